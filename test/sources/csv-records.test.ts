import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readCsvRecords } from '../../services/sources/files/csv-records.ts';

async function recordsOf(text: string, pieceSize = text.length || 1): Promise<CsvRecord[]> {
  async function* pieces() {
    for (let i = 0; i < text.length; i += pieceSize) yield text.slice(i, i + pieceSize);
  }
  const records: CsvRecord[] = [];
  for await (const batch of readCsvRecords(pieces())) records.push(...batch);
  return records;
}

function fieldsOf(records: readonly CsvRecord[]): string[][] {
  return records.map((record) => ('fields' in record ? record.fields : [`broken: ${record.broken}`]));
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe('the CSV reader', () => {
  it('reads back whatever a CSV writer writes, in pieces of any size', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '𝄞') });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, pieceSize) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        const header = rows[0]!.map((_, i) => `c${i}`).join(',');
        const read = await recordsOf(`${header}\r\n${text}\r\n`, pieceSize);
        expect(fieldsOf(read).slice(1)).toEqual(rows);
      }),
    );
  });

  it('tells the line on which each record starts', async () => {
    const read = await recordsOf('a,b\n1,"x\ny\nz"\n\n2,y\n"3\n",z');
    expect(read.map((record) => record.line)).toEqual([1, 2, 6, 7]);
  });

  it('loses only the broken line where a quote is never closed', async () => {
    const read = await recordsOf('a,b\n1,x\n2,"open\n3,y\n4,"fine, ""too"""\n5,z\n', 7);
    expect(fieldsOf(read)).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['broken: text follows a closing quote: a quote inside a field must be doubled'],
      ['3', 'y'],
      ['4', 'fine, "too"'],
      ['5', 'z'],
    ]);
  });

  it('finds the rows behind a quote that stays open to the end of the file', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `${i},x`).join('\n');
    const read = await recordsOf(`a,b\n"open,x\n${rows}`, 100);
    expect(fieldsOf(read)[1]).toEqual(['broken: a quote is opened that is never closed']);
    expect(read).toHaveLength(502);
    expect(read.at(-1)).toEqual({ line: 502, fields: ['499', 'x'] });
  });

  it('gives up a row of endless length and goes on behind it', async () => {
    const read = await recordsOf(`a,b\n1,${'x'.repeat(600_000)}\n2,y\n`, 50_000);
    expect(fieldsOf(read)).toEqual([['a', 'b'], ['broken: the row is longer than a row can be'], ['2', 'y']]);
    expect(read.at(-1)!.line).toBe(3);
  });

  it('refuses rows with too few or too many columns, each for itself', async () => {
    const read = await recordsOf('a,b\n1\n1,2,3\n"multi\nline"\n4,5\n');
    expect(fieldsOf(read)).toEqual([
      ['a', 'b'],
      ['broken: has 1 columns, the header has 2'],
      ['broken: has 3 columns, the header has 2'],
      ['broken: has 1 columns, the header has 2'],
      ['broken: has 1 columns, the header has 2'],
      ['4', '5'],
    ]);
  });

  it('takes the separator from the header', async () => {
    expect(fieldsOf(await recordsOf('a;b\n1,5;"x;y"\n'))).toEqual([
      ['a', 'b'],
      ['1,5', 'x;y'],
    ]);
    expect(fieldsOf(await recordsOf('a\tb\n1\t2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});
