import { z } from 'zod';
import { languages } from '../../../domain/reading/text/text.ts';
import type { FeedContent } from '../../database/feeds/feed.ts';
import { lineOf, numberBetween } from '../../refusing/text-input.ts';
import { readKnownFeeds } from './known-feeds.ts';

/** A feed as a person names it: by its address, or by the short name of a known one. */
export const feedInput = z
  .strictObject({
    url: z
      .string()
      .trim()
      .max(2000)
      .refine(isFeedAddress, 'must be an http(s) address without a user and a password')
      .transform((address) => new URL(address).href)
      .optional()
      .meta({ description: 'Address of an RSS, Atom, RDF or JSON feed.' }),
    known: lineOf(40)
      .refine((name) => knownFeedOf(name) !== undefined, 'must be the name of a known feed')
      .optional()
      .meta({
        description:
          'Instead of `url`: the name of a feed of `GET /v1/feeds/known`, whose publisher and language it brings along.',
      }),
    publisher: lineOf(200).nullish().meta({ description: 'Left out: the title that the feed gives itself.' }),
    language: z.enum(languages).nullish().meta({
      description:
        'What its articles are in where their text does not show it. Left out: what the feed says of itself.',
    }),
    everyMinutes: numberBetween(5, 10_080, z.int)
      .default(15)
      .meta({ description: 'Minutes between two polls; after failures more.' }),
    mayShowRaw: z
      .boolean()
      .default(false)
      .meta({ description: 'True: the licence of the publisher allows showing the text of the articles.' }),
  })
  .superRefine(({ url, known }, context) => {
    if (url === undefined && known === undefined)
      context.addIssue({ code: 'custom', path: ['url'], message: 'must be there, or "known" in its place' });
    if (url !== undefined && known !== undefined)
      context.addIssue({ code: 'custom', path: ['known'], message: 'must be left out where there is a url' });
  })
  .meta({ id: 'FeedInput' });

/** What is polled: of a known feed what is known, where nothing else is said. */
export function contentOf({
  url,
  known,
  publisher,
  language,
  ...how
}: z.output<typeof feedInput>): FeedContent {
  const feed = known === undefined ? undefined : knownFeedOf(known);
  return {
    url: feed?.url ?? url!,
    publisher: publisher ?? feed?.publisher ?? null,
    language: language ?? feed?.language ?? null,
    ...how,
  };
}

export function knownFeedOf(name: string) {
  return readKnownFeeds().find((feed) => feed.name === name);
}

function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
