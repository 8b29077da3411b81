import type { Language } from '../../text/text.ts';
import { tablesOf } from '../lexicons.ts';
import type { BoundWords } from './bound-words.ts';

export const boundWords: Record<Language, BoundWords> = tablesOf('bounds');
