import type { HarmlessDoubt } from '../../modality/harmless-doubt.ts';

export const harmlessDoubtsFr: readonly HarmlessDoubt[] = [
  { words: 'si', before: 'bien' },
  { words: 'si', after: 'aussi' },
  { words: 'plus', before: 'de d tard tôt grand grande grands importante important que large' },
  { words: 'plus', beforeNumber: true },
  { words: 'plus', after: 'de au en le la les' },
  { words: 'contre', notAfter: 'protection protéger prémunir lutte lutter mesures' },
  { words: 'fin', after: 'la à en', notBefore: 'aux des à' },
  // "répondre à un appel"
  { words: 'appel appels', afterStem: 'répond' },
];
