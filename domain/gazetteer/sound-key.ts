/**
 * A key that spellings of one Central African name share: `Rutchuru` and `Rutshuru`, `Walowa` and `Waloa`, `Nyabyondo`
 * and `Nyabiondo`. French, English and Belgian habits write one sound in several ways; vowels are kept, as names of
 * the region differ by them.
 */
export function soundKey(words: readonly string[]): string {
  return words
    .join('')
    .replace(/tch|tsh|sh|ch/g, 'x')
    .replace(/dj|dg(?=[eiy])/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/qu?|ck|c(?=[aou]|[^eihxy]|$)/g, 'k')
    .replace(/gh(?=[aeiou])|gu(?=[eiy])/g, 'g')
    .replace(/ou|oo|w/g, 'u')
    .replace(/y|ij/g, 'i')
    .replace(/z/g, 's')
    .replace(/l/g, 'r')
    .replace(/h/g, '')
    .replace(/m(?=[bp])|n(?=[dgjkt])/g, 'n')
    .replace(/u(?=[aeio])/g, 'u')
    .replace(/o(?=a)/g, 'u')
    .replace(/(.)\1+/g, '$1');
}
