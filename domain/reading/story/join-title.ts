import type { Draft } from './draft.ts';
import { groupOf } from './same-event.ts';

/** Adds to the events of the body what only the title says of them: who did it, what it was, how many died. */
export function joinTitle(drafts: readonly Draft[], fromTitle: readonly Draft[]): void {
  for (const told of fromTitle) {
    const ofKind = drafts.filter(({ subType }) => groupOf(subType) === groupOf(told.subType));
    const draft =
      ofKind.find(({ place }) => place.mention.name === told.place.mention.name) ??
      (ofKind.length === 1 && told.placeTie === 'inherited' ? ofKind[0] : undefined);
    if (!draft) continue;
    if (draft.agents.length === 0) {
      for (const agent of told.agents) {
        draft.agents.push(agent);
        if (!draft.actors.includes(agent)) draft.actors.push(agent);
      }
    }
    draft.deaths ??= told.deaths;
    if (told.subType === 'Suicide bomb' && draft.subType === 'Remote explosive/landmine/IED')
      draft.subType = told.subType;
  }
}
