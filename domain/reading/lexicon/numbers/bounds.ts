import type { Language } from '../../text/text.ts';
import { boundsEn } from '../en/numbers/bounds.ts';
import { boundsFr } from '../fr/numbers/bounds.ts';
import type { BoundWords } from './bound-words.ts';

export const boundWords: Record<Language, BoundWords> = { en: boundsEn, fr: boundsFr };
