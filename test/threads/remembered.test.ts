import { describe, expect, it } from 'vitest';
import { remembered } from '../../services/threads/remembered.ts';

describe('what is remembered', () => {
  it('is made once for each key, and made again when too many others have been asked for since', () => {
    const drawn = remembered<string>(2);
    const made: string[] = [];
    const ask = (key: string) =>
      drawn(key, () => {
        made.push(key);
        return key.toUpperCase();
      });
    expect([ask('a'), ask('b'), ask('a'), ask('c'), ask('a'), ask('b')]).toEqual('ABACAB'.split(''));
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
