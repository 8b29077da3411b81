import { actorsFr } from './actors/actors.ts';
import { governmentFr } from './actors/government.ts';
import { rolesFr } from './actors/roles.ts';
import { speakersFr } from './actors/speakers.ts';
import { claimRulesFr } from './claims/claim-rules.ts';
import { stemsFr } from './claims/stems.ts';
import { territoryRulesFr } from './claims/territory-rules.ts';
import { topicsFr } from './claims/topics.ts';
import { violenceRulesFr } from './claims/violence-rules.ts';
import { datePhrasesFr } from './dates/date-phrases.ts';
import { dateTurnsFr } from './dates/date-turns.ts';
import { datesFr } from './dates/dates.ts';
import { countsFr } from './deaths/counts.ts';
import { deathClausesFr } from './deaths/death-clauses.ts';
import { deathsFr } from './deaths/deaths.ts';
import { runningTotalsFr, tollsFr } from './deaths/tolls.ts';
import { explosivesFr } from './events/explosives.ts';
import { fightingFr } from './events/fighting.ts';
import { operationFr } from './events/operation.ts';
import { peopleFr } from './events/people.ts';
import { territoryFr } from './events/territory.ts';
import { unrestFr } from './events/unrest.ts';
import { besideFr } from './gazetteer/beside.ts';
import { classesFr } from './gazetteer/classes.ts';
import { compassFr } from './gazetteer/compass.ts';
import { distancesFr, distanceWordsFr } from './gazetteer/distances.ts';
import { namesFr } from './gazetteer/names.ts';
import { peoplesFr } from './gazetteer/peoples.ts';
import { personsFr } from './gazetteer/persons.ts';
import { relationsFr } from './gazetteer/relations.ts';
import { endingsFr } from './grammar/endings.ts';
import { traitsFr } from './grammar/traits.ts';
import { harmlessDoubtsFr } from './modality/harmless-doubts.ts';
import { modalityFr } from './modality/modality.ts';
import { phrasesFr } from './modality/phrases.ts';
import { verbGroupFr } from './modality/verb-group.ts';
import { boundsFr } from './numbers/bounds.ts';
import { numberPhrasesFr } from './numbers/number-phrases.ts';
import { numbersFr } from './numbers/numbers.ts';
import { placesFr } from './story/places.ts';
import { storyFr } from './story/story.ts';
import { functionWordsFr } from './text/function-words.ts';
import { instructionsFr } from './text/instructions.ts';
import { pagePhrasesFr } from './text/page-phrases.ts';
import { sentencesFr } from './text/sentences.ts';
import { tokensFr } from './text/tokens.ts';

/** All tables of French. */
export const lexiconFr = {
  triggers: [...territoryFr, ...fightingFr, ...explosivesFr, ...peopleFr, ...unrestFr, ...operationFr],
  actors: actorsFr,
  government: governmentFr,
  roles: rolesFr,
  speakers: speakersFr,
  claimRules: claimRulesFr,
  stems: stemsFr,
  territoryRules: territoryRulesFr,
  topics: topicsFr,
  violenceRules: violenceRulesFr,
  datePhrases: datePhrasesFr,
  dateTurns: dateTurnsFr,
  dates: datesFr,
  counts: countsFr,
  deathClauses: deathClausesFr,
  deaths: deathsFr,
  runningTotals: runningTotalsFr,
  tolls: tollsFr,
  beside: besideFr,
  classes: classesFr,
  compass: compassFr,
  distanceWords: distanceWordsFr,
  distances: distancesFr,
  names: namesFr,
  peoples: peoplesFr,
  persons: personsFr,
  relations: relationsFr,
  endings: endingsFr,
  traits: traitsFr,
  harmlessDoubts: harmlessDoubtsFr,
  modality: modalityFr,
  phrases: phrasesFr,
  verbGroup: verbGroupFr,
  bounds: boundsFr,
  numberPhrases: numberPhrasesFr,
  numbers: numbersFr,
  places: placesFr,
  story: storyFr,
  functionWords: functionWordsFr,
  instructions: instructionsFr,
  pagePhrases: pagePhrasesFr,
  sentences: sentencesFr,
  tokens: tokensFr,
};
