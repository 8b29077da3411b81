import { speakersEn } from './en/speakers.ts';
import { speakersFr } from './fr/speakers.ts';
import { joinedPhrases } from './join-phrases.ts';

export const speakers = joinedPhrases({ en: speakersEn, fr: speakersFr });
