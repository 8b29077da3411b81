import { actorsEs } from './actors/actors.ts';
import { governmentEs } from './actors/government.ts';
import { rolesEs } from './actors/roles.ts';
import { speakersEs } from './actors/speakers.ts';
import { claimRulesEs } from './claims/claim-rules.ts';
import { stemsEs } from './claims/stems.ts';
import { territoryRulesEs } from './claims/territory-rules.ts';
import { topicsEs } from './claims/topics.ts';
import { violenceRulesEs } from './claims/violence-rules.ts';
import { datePhrasesEs } from './dates/date-phrases.ts';
import { dateTurnsEs } from './dates/date-turns.ts';
import { datesEs } from './dates/dates.ts';
import { countsEs } from './deaths/counts.ts';
import { deathClausesEs } from './deaths/death-clauses.ts';
import { deathsEs } from './deaths/deaths.ts';
import { runningTotalsEs, tollsEs } from './deaths/tolls.ts';
import { explosivesEs } from './events/explosives.ts';
import { fightingEs } from './events/fighting.ts';
import { operationEs } from './events/operation.ts';
import { peopleEs } from './events/people.ts';
import { territoryEs } from './events/territory.ts';
import { unrestEs } from './events/unrest.ts';
import { besideEs } from './gazetteer/beside.ts';
import { classesEs } from './gazetteer/classes.ts';
import { compassEs } from './gazetteer/compass.ts';
import { distancesEs, distanceWordsEs } from './gazetteer/distances.ts';
import { namesEs } from './gazetteer/names.ts';
import { peoplesEs } from './gazetteer/peoples.ts';
import { personsEs } from './gazetteer/persons.ts';
import { relationsEs } from './gazetteer/relations.ts';
import { endingsEs } from './grammar/endings.ts';
import { traitsEs } from './grammar/traits.ts';
import { harmlessDoubtsEs } from './modality/harmless-doubts.ts';
import { modalityEs } from './modality/modality.ts';
import { phrasesEs } from './modality/phrases.ts';
import { verbGroupEs } from './modality/verb-group.ts';
import { boundsEs } from './numbers/bounds.ts';
import { numberPhrasesEs } from './numbers/number-phrases.ts';
import { numbersEs } from './numbers/numbers.ts';
import { placesEs } from './story/places.ts';
import { storyEs } from './story/story.ts';
import { functionWordsEs } from './text/function-words.ts';
import { instructionsEs } from './text/instructions.ts';
import { pagePhrasesEs } from './text/page-phrases.ts';
import { sentencesEs } from './text/sentences.ts';
import { tokensEs } from './text/tokens.ts';

/** All tables of Spanish. */
export const lexiconEs = {
  triggers: [...territoryEs, ...fightingEs, ...explosivesEs, ...peopleEs, ...unrestEs, ...operationEs],
  actors: actorsEs,
  government: governmentEs,
  roles: rolesEs,
  speakers: speakersEs,
  claimRules: claimRulesEs,
  stems: stemsEs,
  territoryRules: territoryRulesEs,
  topics: topicsEs,
  violenceRules: violenceRulesEs,
  datePhrases: datePhrasesEs,
  dateTurns: dateTurnsEs,
  dates: datesEs,
  counts: countsEs,
  deathClauses: deathClausesEs,
  deaths: deathsEs,
  runningTotals: runningTotalsEs,
  tolls: tollsEs,
  beside: besideEs,
  classes: classesEs,
  compass: compassEs,
  distanceWords: distanceWordsEs,
  distances: distancesEs,
  names: namesEs,
  peoples: peoplesEs,
  persons: personsEs,
  relations: relationsEs,
  endings: endingsEs,
  traits: traitsEs,
  harmlessDoubts: harmlessDoubtsEs,
  modality: modalityEs,
  phrases: phrasesEs,
  verbGroup: verbGroupEs,
  bounds: boundsEs,
  numberPhrases: numberPhrasesEs,
  numbers: numbersEs,
  places: placesEs,
  story: storyEs,
  functionWords: functionWordsEs,
  instructions: instructionsEs,
  pagePhrases: pagePhrasesEs,
  sentences: sentencesEs,
  tokens: tokensEs,
};
