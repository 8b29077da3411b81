import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../services/notifier/message-content.ts';
import { rankNotices } from '../../services/notifier/notice-ranking.ts';
import { subjectOf } from '../../services/notifier/subject.ts';
import {
  cancelled,
  eased,
  escalated,
  manyNotices,
  mubiClash,
  opened,
  resolved,
  updated,
  walikaleTaken,
} from './examples.ts';

const subject = (...notices: AlertNotice[]) => subjectOf(rankNotices(notices));
const at = (notice: AlertNotice, id: string, name: string): AlertNotice => ({
  ...notice,
  alertId: notice.alertId + name.length + id.length,
  site: { ...notice.site, id, name },
});

describe('the subject', () => {
  it('leads with what changed and where, for each kind of alert revision', () => {
    expect(subject(opened)).toBe('Bisie: severe (was low) – site evacuated');
    expect(subject(escalated)).toBe('Bisie: high (was elevated) – M23 took Walikale, 57 km away');
    expect(subject(updated)).toBe('Bisie: still severe – M23 took Walikale, 57 km away');
    expect(subject(eased)).toBe('Bisie: eased to elevated (was severe)');
    expect(subject(resolved)).toBe('Resolved: Bisie back to low');
    expect(subject({ ...resolved, level: 'unknown' })).toBe('Resolved: Bisie now unknown (was elevated)');
    expect(subject(cancelled)).toBe('Cancelled: Bisie now unknown, a report was corrected');
  });

  it('names the heaviest event where no signal stands behind a rise', () => {
    expect(subject({ ...escalated, signals: [] })).toBe(
      'Bisie: high (was elevated) – armed clash at Mubi, 35 km away',
    );
  });

  it('names the newest event where the level stays', () => {
    const newer = { ...mubiClash, occurredOn: '2025-03-20', place: null };
    expect(subject({ ...updated, evidence: [newer, walikaleTaken] })).toBe(
      'Bisie: still severe – armed clash, 35 km away',
    );
  });

  it('counts the other sites', () => {
    expect(subject(...manyNotices(42))).toBe('Bisie and 41 other sites: up to high – M23 took Walikale');
    expect(subject(escalated, at(escalated, 'osso', 'Osso'))).toBe(
      'Bisie and 1 other site: high – M23 took Walikale',
    );
    expect(subject(resolved, at(resolved, 'osso', 'Osso'))).toBe(
      'Resolved: Bisie and 1 other site back to low',
    );
  });

  it('leads with a rise where a higher site has no more than news', () => {
    expect(subject(updated, at(escalated, 'osso', 'Osso'))).toBe(
      'Osso: high (was elevated) – M23 took Walikale; 1 other site changed',
    );
  });

  it('tells several revisions of one site as the one change that its reader sees', () => {
    expect(subject(opened, updated)).toBe('Bisie: severe (was low) – site evacuated');
    expect(subject({ ...updated, previousLevel: 'low' })).toBe('Bisie: severe (was low) – site evacuated');
  });

  it('stays one line of at most 110 characters, whatever sites, places and actors are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('x\r\nBcc: all@example.org', '\u202eevil', 'A'.repeat(5000), '', 'جبل '.repeat(50)),
    );
    const kinds = fc.constantFrom(opened, escalated, updated, eased, resolved, cancelled);
    fc.assert(
      fc.property(kinds, hostile, hostile, hostile, fc.boolean(), (notice, name, place, actor, isAlone) => {
        const evidence = notice.evidence.map((event) => ({ ...event, place, actors: [actor] }));
        const changed = { ...notice, evidence, site: { ...notice.site, name } };
        const line = isAlone ? subject(changed) : subject(changed, at(resolved, 'osso', 'Osso'));
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]/u);
        expect(line.length).toBeGreaterThan(5);
        expect(line.length).toBeLessThanOrEqual(112);
      }),
    );
  });
});
