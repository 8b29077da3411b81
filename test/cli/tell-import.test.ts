import { describe, expect, it } from 'vitest';
import { progressText } from '../../cli/tell-import.ts';

describe('the progress of an import', () => {
  it('tells rows, rows a second, the part of the file and the time that is left at this pace', () => {
    expect(progressText({ rows: 24_000, seconds: 12, part: 0.25 })).toBe(
      '24,000 rows · 2,000 rows/s · 25 % · about 36 s left',
    );
  });

  it('tells longer times in minutes and in hours', () => {
    const left = (seconds: number) => progressText({ rows: 1, seconds, part: 0.5 });
    expect(left(89)).toMatch(/about 89 s left$/);
    expect(left(90)).toMatch(/about 2 min left$/);
    expect(left(3600)).toMatch(/about 60 min left$/);
    expect(left(9000)).toMatch(/about 2\.5 h left$/);
  });

  it('guesses nothing where the size of the input is not known', () => {
    expect(progressText({ rows: 500, seconds: 2, part: null })).toBe('500 rows · 250 rows/s');
  });
});
