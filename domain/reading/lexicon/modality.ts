import { modalityEn } from './en/modality.ts';
import { modalityFr } from './fr/modality.ts';
import { joinedWords } from './join-words.ts';

export const modalityWords = joinedWords({ en: modalityEn, fr: modalityFr });
