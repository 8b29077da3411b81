import { parseArgs } from 'node:util';
import { type AskedFormat, type FileKind, fileKinds, readAskedFormat } from './choose-format.ts';
import { UsageError } from './command.ts';

/** What a call of `orewatch import` asks for. */
export type ImportCall = { asked: AskedFormat; asJson: boolean };

/** Reads the arguments; throws a UsageError that says what is wrong. */
export function readImportCall(args: string[]): ImportCall {
  const { values, positionals } = parseArgs({
    args,
    options: {
      format: { type: 'string' },
      map: { type: 'string' },
      set: { type: 'string' },
      source: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  // A file of that name is said as ./events.
  const kind = fileKinds.find((word) => word === positionals[0]) ?? null;
  const [file, ...more] = kind === null ? positionals : positionals.slice(1);
  if (!file || more.length > 0) throw new UsageError(wrongNames(file, kind));
  if (values.source !== undefined && !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(values.source)) {
    throw new UsageError('--source must be a short name in lower case, such as my-watchers.');
  }
  return { asked: readAskedFormat(file, kind, values), asJson: values.json };
}

function wrongNames(file: string | undefined, kind: FileKind | null): string {
  const text = 'Name one file, or - for standard input.';
  return file !== undefined && kind === null
    ? `${text} Before it may stand only events, sites or places.`
    : text;
}
