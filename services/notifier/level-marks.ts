import type { Level } from '../../domain/level.ts';

/**
 * The colours of the levels, wherever a mail shows them: text on `fill` has a contrast of at least 4.5 to 1, and the
 * fills are told apart by lightness too, so that no kind of colour blindness makes two neighbours one. On a map each
 * level has a shape of its own as well.
 */
export const levelColours: Record<Level, { fill: string; text: string; pale: string }> = {
  severe: { fill: '#7d0f1a', text: '#ffffff', pale: '#e6c3c5' },
  high: { fill: '#e8762c', text: '#1a1a1a', pale: '#f8d9c3' },
  elevated: { fill: '#f5d04c', text: '#1a1a1a', pale: '#fbf0c4' },
  guarded: { fill: '#2563a8', text: '#ffffff', pale: '#d3e2f4' },
  low: { fill: '#16736b', text: '#ffffff', pale: '#d5ebe7' },
  unknown: { fill: '#5f5f5f', text: '#ffffff', pale: '#e4e4e4' },
};
