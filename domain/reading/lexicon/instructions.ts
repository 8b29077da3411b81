import { instructionsEn } from './en/instructions.ts';
import { instructionsFr } from './fr/instructions.ts';
import { joinedWords } from './join-words.ts';

export const instructionWords = joinedWords({ en: instructionsEn, fr: instructionsFr });
