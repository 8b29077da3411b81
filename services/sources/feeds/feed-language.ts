import { type Language, languages } from '../../../domain/reading/text/text.ts';

/** The language that a feed says it is in (BCP 47: `fr-CD`, `en_US`); null where it is none that is read. */
export function readFeedLanguage(told: string | undefined): Language | null {
  const primary = told?.trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}
