import type { Language } from '../text/text.ts';
import type { BoundWords } from './bound-words.ts';
import { boundsEn } from './en/bounds.ts';
import { boundsFr } from './fr/bounds.ts';

export const boundWords: Record<Language, BoundWords> = { en: boundsEn, fr: boundsFr };
