import { z } from 'zod';
import { lineOf, numberBetween } from '../../refusing/text-input.ts';

/** A feed as a person names it. */
export const feedInput = z
  .strictObject({
    url: z
      .string()
      .trim()
      .max(2000)
      .refine(isFeedAddress, 'must be an http(s) address without a user and a password')
      .transform((address) => new URL(address).href)
      .meta({ description: 'Address of an RSS, Atom, RDF or JSON feed.' }),
    publisher: lineOf(200).nullish().meta({ description: 'Left out: the title that the feed gives itself.' }),
    everyMinutes: numberBetween(5, 10_080, z.int)
      .default(15)
      .meta({ description: 'Minutes between two polls; after failures more.' }),
    mayShowRaw: z
      .boolean()
      .default(false)
      .meta({ description: 'True: the licence of the publisher allows showing the text of the articles.' }),
  })
  .meta({ id: 'FeedInput' });

function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
