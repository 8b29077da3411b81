import { tokensEn } from '../en/text/tokens.ts';
import { tokensFr } from '../fr/text/tokens.ts';
import { joinedWords } from '../join-words.ts';

export const tokenWords = joinedWords({ en: tokensEn, fr: tokensFr });
