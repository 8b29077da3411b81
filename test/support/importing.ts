import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type ImportRequest, type ImportSummary, importFile } from '../../services/importing/import-file.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

const recordedAt = new Date('2026-11-22T12:00:00Z');
export const header = 'source,sourceEventId,occurredOn,type,subType,latitude,longitude,notes';
export const line = (id: number | string, notes = '') =>
  `news,${id},2025-03-19,Battles,Armed clash,1,27,${notes}`;
export let test: TestDatabase;
let folder: string;

/** A database for this file, empty before each case, and a folder for what is refused. */
export function setUpImports(): void {
  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'orewatch-import-'));
  });
  afterAll(async () => {
    await test.drop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() =>
    test.database.query('truncate site, event, event_revision, report restart identity cascade'),
  );
}

export type Kind =
  | { kind: 'events'; format: 'csv' | 'jsonl' | 'ucdp-ged' | 'gdelt' | 'mapped-csv' }
  | { kind: 'sites'; format: 'csv' | 'geojson' | 'ipis' | 'icmm' };

export function run(kind: Kind, input: Readable, more: Partial<ImportRequest> = {}): Promise<ImportSummary> {
  const context = { database: test.database, queues: { wake: async () => {}, close: async () => {} } };
  const base = {
    input,
    fileName: 'in/some file.csv',
    context,
    recordedAt,
    refusedFolder: path.join(folder, 'refused'),
  };
  return importFile({ ...base, ...more, ...kind } as ImportRequest);
}

export const runText = (kind: Kind, text: string, more: Partial<ImportRequest> = {}) =>
  run(kind, Readable.from([Buffer.from(text)]), more);
export const csv = { kind: 'events', format: 'csv' } as const;
export const count = async (table: string) =>
  (await test.database.query(`select count(*) from ${table}`)).rows[0].count;
