import { actorsEn } from './actors/actors.ts';
import { governmentEn } from './actors/government.ts';
import { rolesEn } from './actors/roles.ts';
import { speakersEn } from './actors/speakers.ts';
import { claimRulesEn } from './claims/claim-rules.ts';
import { stemsEn } from './claims/stems.ts';
import { territoryRulesEn } from './claims/territory-rules.ts';
import { topicsEn } from './claims/topics.ts';
import { violenceRulesEn } from './claims/violence-rules.ts';
import { datePhrasesEn } from './dates/date-phrases.ts';
import { dateTurnsEn } from './dates/date-turns.ts';
import { datesEn } from './dates/dates.ts';
import { countsEn } from './deaths/counts.ts';
import { deathClausesEn } from './deaths/death-clauses.ts';
import { deathsEn } from './deaths/deaths.ts';
import { runningTotalsEn, tollsEn } from './deaths/tolls.ts';
import { explosivesEn } from './events/explosives.ts';
import { fightingEn } from './events/fighting.ts';
import { operationEn } from './events/operation.ts';
import { peopleEn } from './events/people.ts';
import { territoryEn } from './events/territory.ts';
import { unrestEn } from './events/unrest.ts';
import { besideEn } from './gazetteer/beside.ts';
import { classesEn } from './gazetteer/classes.ts';
import { compassEn } from './gazetteer/compass.ts';
import { distancesEn, distanceWordsEn } from './gazetteer/distances.ts';
import { namesEn } from './gazetteer/names.ts';
import { peoplesEn } from './gazetteer/peoples.ts';
import { personsEn } from './gazetteer/persons.ts';
import { relationsEn } from './gazetteer/relations.ts';
import { endingsEn } from './grammar/endings.ts';
import { traitsEn } from './grammar/traits.ts';
import { harmlessDoubtsEn } from './modality/harmless-doubts.ts';
import { modalityEn } from './modality/modality.ts';
import { phrasesEn } from './modality/phrases.ts';
import { verbGroupEn } from './modality/verb-group.ts';
import { boundsEn } from './numbers/bounds.ts';
import { numberPhrasesEn } from './numbers/number-phrases.ts';
import { numbersEn } from './numbers/numbers.ts';
import { placesEn } from './story/places.ts';
import { storyEn } from './story/story.ts';
import { functionWordsEn } from './text/function-words.ts';
import { instructionsEn } from './text/instructions.ts';
import { pagePhrasesEn } from './text/page-phrases.ts';
import { sentencesEn } from './text/sentences.ts';
import { tokensEn } from './text/tokens.ts';

/** All tables of English. Each says beside its lists what they decide; those of other languages have the same lists. */
export const lexiconEn = {
  triggers: [...territoryEn, ...fightingEn, ...explosivesEn, ...peopleEn, ...unrestEn, ...operationEn],
  actors: actorsEn,
  government: governmentEn,
  roles: rolesEn,
  speakers: speakersEn,
  claimRules: claimRulesEn,
  stems: stemsEn,
  territoryRules: territoryRulesEn,
  topics: topicsEn,
  violenceRules: violenceRulesEn,
  datePhrases: datePhrasesEn,
  dateTurns: dateTurnsEn,
  dates: datesEn,
  counts: countsEn,
  deathClauses: deathClausesEn,
  deaths: deathsEn,
  runningTotals: runningTotalsEn,
  tolls: tollsEn,
  beside: besideEn,
  classes: classesEn,
  compass: compassEn,
  distanceWords: distanceWordsEn,
  distances: distancesEn,
  names: namesEn,
  peoples: peoplesEn,
  persons: personsEn,
  relations: relationsEn,
  endings: endingsEn,
  traits: traitsEn,
  harmlessDoubts: harmlessDoubtsEn,
  modality: modalityEn,
  phrases: phrasesEn,
  verbGroup: verbGroupEn,
  bounds: boundsEn,
  numberPhrases: numberPhrasesEn,
  numbers: numbersEn,
  places: placesEn,
  story: storyEn,
  functionWords: functionWordsEn,
  instructions: instructionsEn,
  pagePhrases: pagePhrasesEn,
  sentences: sentencesEn,
  tokens: tokensEn,
};
