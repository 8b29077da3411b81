import type { HarmlessDoubt } from '../../modality/harmless-doubt.ts';

export const harmlessDoubtsEs: readonly HarmlessDoubt[] = [
  { words: 'más', before: 'de del que tarde grande grandes importante' },
  { words: 'más', beforeNumber: true },
  { words: 'más', after: 'los las el la' },
  { words: 'contra', notAfter: 'protección proteger lucha luchar medidas' },
  { words: 'fin', after: 'el en al por a', notBefore: 'a al del' },
  { words: 'fin', before: 'de' },
  { words: 'sin', before: 'vida mediar' },
  { words: 'todo toda', before: 'el la un una' },
];
