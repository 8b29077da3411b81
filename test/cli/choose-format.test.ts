import { describe, expect, it } from 'vitest';
import { chooseFormat, type FileKind, type FormatOptions, readAskedFormat } from '../../cli/choose-format.ts';
import { acledColumns } from '../../services/sources/events/acled.ts';
import { ucdpColumns } from '../../services/sources/events/ucdp-row.ts';
import { ipisColumns } from '../../services/sources/sites/ipis-layout.ts';

type Call = FormatOptions & { file?: string; kind?: FileKind };

function choose(content: string, { file = 'a.csv', kind, ...options }: Call = {}) {
  return chooseFormat(readAskedFormat(file, kind ?? null, options), Buffer.from(content));
}

const ipis = `${ipisColumns.join(',')}\n`;
const ownEvents = 'sourceEventId,occurredOn,type,subType\n';
const ownSites = 'id,name,latitude,longitude\n';

describe('the format of a call', () => {
  it.each([
    ['the one that is seen', ipis, {}, { kind: 'sites', format: 'ipis' }],
    ['the one that is named, whatever is seen', ipis, { format: 'ucdp-ged' }, { format: 'ucdp-ged' }],
    ['of the kind that is named', ownSites, { kind: 'sites' as const }, { kind: 'sites', format: 'csv' }],
    [
      'of either kind where it is csv: events',
      ownEvents,
      { format: 'csv' },
      { kind: 'events', format: 'csv' },
    ],
    ['of either kind where it is csv: sites', ownSites, { format: 'csv' }, { kind: 'sites', format: 'csv' }],
    ['any CSV with a map', ipis, { map: 'date=a,type=b' }, { kind: 'events', format: 'mapped-csv' }],
  ])('is %s', async (_, content, call, read) => {
    expect((await choose(content, call)).read).toMatchObject(read);
  });

  it('takes the name of the file for that of the sites in it, unless they are a dataset of their own', async () => {
    expect(await choose(ownSites, { file: 'in/Our Mines 2025.csv.gz' })).toMatchObject({
      source: 'our-mines-2025',
    });
    expect(await choose(ownSites, { source: 'acme' })).toMatchObject({ source: 'acme' });
    expect(await choose(ipis)).toMatchObject({ source: null });
    await expect(choose(ownSites, { file: '-' })).rejects.toThrow(/say --source NAME/);
    await expect(choose(ipis, { source: 'acme' })).rejects.toThrow(/ipis brings its own name/);
  });

  it('is not that of another kind than the call names', async () => {
    await expect(choose(ipis, { kind: 'events' })).rejects.toThrow(
      'it holds IPIS mines (sites): its header names pcode, visit_date, mineral1. Say: orewatch import a.csv',
    );
  });

  it('is told with what is missing, and what looks like it', async () => {
    const ending = ucdpColumns.map((name) => (name === 'best' ? 'best_est' : name));
    await expect(choose(ending.join(','))).rejects.toThrow('missing: best (is it "best_est"?).');
    const renamed = ucdpColumns.map((name) => (name === 'date_prec' ? 'Date-Prec' : name));
    await expect(choose(renamed.filter((name) => name !== 'high').join(';'))).rejects.toThrow(
      /The nearest format is ucdp-ged, .*; missing: date_prec \(is it "Date-Prec"\?\), high\. With the columns named so/,
    );
    await expect(choose(`${ownSites.trim()},colour\n`)).rejects.toThrow(
      /The nearest format is sites-csv, .*; not known: colour\. /,
    );
  });

  it('is asked for by the option of the call', async () => {
    const asked = readAskedFormat('a.csv', 'sites', {}, false);
    await expect(chooseFormat(asked, Buffer.from('a,b\n'))).rejects.toThrow(
      /\n {2}Where you know the format: --sites-format FORMAT \(ipis, sites-csv\)$/,
    );
  });

  it('is asked for where two fit', async () => {
    const both = [...new Set([...ipisColumns, ...acledColumns])].join(',');
    await expect(choose(both)).rejects.toThrow(
      /It may be ACLED events \(acled\) or IPIS mines \(ipis\)\.\n {2}.*orewatch import a\.csv --format FORMAT \(acled, ipis\)/,
    );
  });

  it('is asked for in a command that can be pasted, whatever the names in it', async () => {
    const file = "it's $HOME.csv";
    await expect(choose('Event Date,lat,lon,what it was\n', { file })).rejects.toThrow(
      `orewatch import 'it'\\''s $HOME.csv' --map 'date=Event Date,lat=lat,lon=lon,type=COLUMN'`,
    );
  });
});
