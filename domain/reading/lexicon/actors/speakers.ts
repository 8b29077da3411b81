import { speakersEn } from '../en/actors/speakers.ts';
import { speakersFr } from '../fr/actors/speakers.ts';
import { joinedPhrases } from '../join-phrases.ts';

export const speakers = joinedPhrases({ en: speakersEn, fr: speakersFr });
