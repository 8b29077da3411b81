import { personsEn } from '../en/gazetteer/persons.ts';
import { personsFr } from '../fr/gazetteer/persons.ts';
import { joinedWords } from '../join-words.ts';

export const personWords = joinedWords({ en: personsEn, fr: personsFr });
