import type { OperatorNotice } from '../database/operator-notice.ts';
import type { SourceOverview } from './source-overview.ts';

export const aboutSources = 'source ';

/** What the operator has to know about sources that are on: which are stale, and which fail. */
export function sourceNotices(sources: readonly SourceOverview[]): OperatorNotice[] {
  return sources.flatMap((source) => {
    const { name, title, state, isStale, lastError, publishedTo, freshTo, staleAfterDays } = source;
    if (state === 'off') return [];
    const notices: OperatorNotice[] = [];
    const test = `"orewatch sources test ${name}" tells more.`;
    if (state === 'needs-person')
      notices.push({
        key: `${aboutSources}${name} waits for you`,
        text: `${title} cannot be fetched from before you do something: ${lastError}. ${test}`,
      });
    if (state === 'paused')
      notices.push({
        key: `${aboutSources}${name} fails`,
        text: `${title} failed ${source.failures} times in a row and is tried only every few hours: ${lastError}. ${test}`,
      });
    if (isStale)
      notices.push({
        key: `${aboutSources}${name} is stale`,
        text: `${title} is fresh to ${publishedTo ?? freshTo ?? 'no day yet'}, which is more than ${staleAfterDays} days ago. Until it tells more, a site that only this source follows has the level unknown in place of low. ${test}`,
      });
    return notices;
  });
}
