import { z } from 'zod';
import { collectEvents } from '../../collecting/collect.ts';
import type { CollectedEvent } from '../../database/events/event.ts';
import { countedRefusal, mostRefusals, type Refusal } from '../../refusing/refusal.ts';
import { eventInput, parseEvent } from '../../sources/events/event-input.ts';
import { unprocessable } from '../answer/problem.ts';
import { route } from './route.ts';

const maxEvents = 1000;

const refusal = z.object({ field: z.string(), expected: z.string(), got: z.string() });

const outcomes = z
  .object({
    items: z.array(
      z.object({
        index: z.int().meta({ description: 'Place in the array that was posted, from 0.' }),
        outcome: z.enum(['new', 'changed', 'unchanged', 'withdrawn', 'refused']),
        eventId: z.int().optional(),
        revision: z.int().optional(),
        refusals: z.array(refusal).optional().meta({
          description: 'Why it was refused; of many refused items only the first ones list it.',
        }),
      }),
    ),
  })
  .meta({ id: 'EventOutcomes' });

type Outcome = z.output<typeof outcomes>['items'][number];

const posted = eventInput.meta({ id: 'EventInput' });

export const postEvents = route({
  method: 'post',
  path: '/events',
  summary: `Report events: one, or an array of up to ${maxEvents}`,
  description:
    'An event is known by its source and sourceEventId: posted again it is unchanged, or gets a further revision. Each item has its own outcome; one that is refused does not keep the others from being stored. An event that was retracted stays so (withdrawn) until its source says something new of it.',
  query: z.strictObject({}),
  body: { schema: z.union([posted, z.array(posted).min(1).max(maxEvents)]), maxBytes: 10_000_000 },
  answers: {
    200: {
      description: 'Nothing was new, or some of the items were refused: see each outcome',
      schema: outcomes,
    },
    201: { description: 'At least one event is new and none was refused', schema: outcomes },
    422: { description: 'All items were refused; the problem holds `items` as well as `errors`' },
  },
  async handle({ context, now, body }) {
    const items: unknown[] = Array.isArray(body) ? body : [body];
    if (items.length === 0 || items.length > maxEvents) {
      const expected = `must hold 1 to ${maxEvents} events`;
      const errors = [{ field: '(whole)', expected, got: `${items.length} events` }];
      throw unprocessable(`The array ${expected}; this one holds ${items.length}.`, errors);
    }
    const { accepted, refused, unlisted } = sortOut(items, now);
    const stored = await collectEvents(
      context,
      accepted.map((item) => item.collected),
      now,
    );
    const told: Outcome[] = accepted.map(({ index }, i) => {
      const { outcome, eventId, revision } = stored[i]!;
      return { index, outcome, eventId, revision };
    });
    const all = [...told, ...refused].sort((a, b) => a.index - b.index);

    if (accepted.length === 0) {
      const errors = refused.flatMap(({ index, refusals = [] }) => {
        const prefix = Array.isArray(body) ? `${index}.` : '';
        return refusals.map((mistake) => ({ ...mistake, field: `${prefix}${mistake.field}` }));
      });
      if (unlisted > 0) errors.push(countedRefusal(unlisted));
      const fields = errors.slice(0, 5).map((mistake) => `${mistake.field}: ${mistake.expected}`);
      throw unprocessable(
        `Nothing was stored. ${fields.join('; ')}${errors.length > 5 ? '; …' : ''}`,
        errors,
        {
          items: all,
        },
      );
    }
    const isCreated = refused.length === 0 && told.some(({ outcome }) => outcome === 'new');
    const headers = told.length === 1 ? { Location: `/v1/events/${told[0]!.eventId}` } : undefined;
    return { status: isCreated ? 201 : 200, headers, body: { items: all } };
  },
});

type Accepted = { index: number; collected: CollectedEvent };
type Refused = { index: number; outcome: 'refused'; refusals?: Refusal[] };

/** The events to store and the refused items; of the latter's mistakes no more are listed than an answer can bear. */
function sortOut(
  items: readonly unknown[],
  now: Date,
): { accepted: Accepted[]; refused: Refused[]; unlisted: number } {
  const accepted: Accepted[] = [];
  const refused: Refused[] = [];
  let listed = 0;
  let unlisted = 0;
  items.forEach((item, index) => {
    const parsed = parseEvent(item, now);
    if (!parsed.ok) {
      const { refusals } = parsed;
      const isListed = listed < mostRefusals;
      if (isListed) listed += refusals.length;
      else unlisted += refusals.length;
      refused.push({ index, outcome: 'refused', ...(isListed ? { refusals } : {}) });
      return;
    }
    const { event } = parsed;
    const report = {
      externalId: event.sourceEventId,
      publisher: null,
      title: null,
      url: event.url,
      publishedAt: null,
      // Whoever posts an event shows it to the users of this installation.
      mayShowRaw: true,
      content: item,
    };
    accepted.push({ index, collected: { event, report } });
  });
  return { accepted, refused, unlisted };
}
