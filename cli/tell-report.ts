import { datePrecisionText, locationPrecisionText } from '../domain/precision.ts';
import { languages } from '../domain/reading/text/text.ts';
import { distanceText, placeText } from '../domain/wording.ts';
import type { ReportDetail } from '../services/api/routes/report-item.ts';

/** Sites near an event, the named and the nearest first, and how many more are in reach. */
export type NearSites = { nearest: { name: string; distanceKm: number }[]; more: number };

type Item = ReportDetail['items'][number];

const said = {
  new: 'is new',
  changed: 'was edited since it came last',
  unchanged: 'is known as it is',
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const inOneList = new Intl.ListFormat('en');

/** "English, French, and Spanish". */
function languagesRead(): string {
  return inOneList.format(languages.map((code) => languageNames.of(code)!));
}

/** What was read of a report, in words. `near` is null where no site is known. */
export function tellReport(
  outcome: keyof typeof said,
  report: ReportDetail,
  near: ReadonlyMap<number, NearSites> | null,
): string {
  const title = report.title ? ` "${report.title}"` : '';
  const lines = [
    `Report ${report.id}${title} ${said[outcome]} (revision ${report.revision}, origin ${report.origin}).`,
  ];
  if (report.failure !== null) lines.push(`It could not be read: ${report.failure}`);
  else if (report.language === 'other')
    lines.push(`Its language is not read: ${languagesRead()} are. It is kept, and marked unread.`);
  else if (report.language === 'none')
    lines.push('There is too little prose in it to tell its language. It is kept, and marked unread.');
  const standing = report.items.filter(({ reading }) => reading.state !== 'gone');
  if (report.state !== 'unread' && standing.length === 0) lines.push('No conflict event was found in it.');
  for (const item of standing) lines.push('', ...tellEvent(item, minesText(item, near)));
  const gone = report.items.length - standing.length;
  if (gone > 0) lines.push('', `${gone} that it told of before are not in it any more, and are retracted.`);
  if (report.passedOver.length > 0) lines.push('', ...tellPassedOver(report.passedOver));
  return lines.join('\n');
}

function tellPassedOver(passedOver: ReportDetail['passedOver']): string[] {
  const told = passedOver.map(({ start, end, inTitle, sentence, reason }) => {
    const where = `${inTitle ? 'in the title' : 'in the text'}, characters ${start} to ${end}`;
    const shown =
      sentence && ` "${sentence.replace(/\s+/g, ' ').slice(0, 80)}${sentence.length > 80 ? '…' : ''}"`;
    return `   ${where}: ${reason}.${shown ?? ''}`;
  });
  return ['Sentences with words of conflict or of mining that made no event:', ...told];
}

function tellEvent(item: Item, mines: string): string[] {
  const { reading } = item;
  const { inTitle, start, end } = reading;
  const settled = reading.state === 'unreviewed' ? '' : `, ${reading.state} by ${reading.settledBy}`;
  const deaths = item.deathsBest ?? item.deathsLow;
  return [
    `${reading.number}. ${reading.rendering}`,
    ...rows({
      what: `${item.subType} (${item.type})`,
      where: whereText(item),
      mines,
      when: `${item.occurredOn}, ${datePrecisionText[item.datePrecision as 1]}`,
      who: item.actors.join(', ') || 'not known',
      deaths: deaths === null ? null : `${deaths}`,
      claim: reading.attributedTo && `of ${reading.attributedTo}`,
      certainty: `${Math.round(100 * reading.certainty)} %${settled}`,
      stands: `${inTitle ? 'in the title' : 'in the text'}, characters ${start} to ${end} · event ${item.id}`,
    }),
  ];
}

function rows(values: Record<string, string | null>): string[] {
  return Object.entries(values).flatMap(([name, value]) => (value ? [`   ${name.padEnd(10)}${value}`] : []));
}

function whereText(item: Item): string {
  if (item.place === null && item.latitude === null) return 'not known';
  const precision =
    item.locationPrecision === null ? '' : `, ${locationPrecisionText[item.locationPrecision as 1]}`;
  const { rivals } = item.reading;
  const others = rivals
    .slice(0, 2)
    .map(
      ({ admin1, country, distanceKm }) =>
        `${admin1 ?? country ?? 'elsewhere'} (${Math.round(distanceKm)} km away)`,
    );
  const open = others.length > 0 ? `; it may be that of ${others.join(' or ')}` : '';
  return `${placeText(item)} ± ${Math.round(item.uncertaintyKm)} km${precision}${open}`;
}

function minesText(item: Item, near: ReadonlyMap<number, NearSites> | null): string {
  if (near === null) return 'no site is known here: add some with orewatch import FILE';
  const { nearest, more } = near.get(item.id) ?? { nearest: [], more: 0 };
  if (nearest.length === 0) return 'none in reach';
  const named = nearest.map(
    ({ name, distanceKm }) => `${name} ${distanceText(distanceKm, item.uncertaintyKm)}`,
  );
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
