import { instructionsEn } from '../en/text/instructions.ts';
import { instructionsFr } from '../fr/text/instructions.ts';
import { joinedWords } from '../join-words.ts';

export const instructionWords = joinedWords({ en: instructionsEn, fr: instructionsFr });
