import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertNotice } from '../../domain/alerts/alert-notice.ts';
import { orderNotices } from '../../services/notifier/site-order.ts';
import { subjectOf } from '../../services/notifier/subject.ts';
import {
  cancelled,
  corrected,
  eased,
  escalated,
  manyNotices,
  opened,
  ownSite,
  resolved,
  updated,
  withdrawn,
} from './examples.ts';

const subject = (...notices: AlertNotice[]) => subjectOf(orderNotices(notices), null);
const near = (...notices: AlertNotice[]) => subjectOf(orderNotices(notices), ownSite);
const at = (notice: AlertNotice, id: string, name: string): AlertNotice => ({
  ...notice,
  isPinned: false,
  alertId: notice.alertId + name.length + id.length,
  site: { ...notice.site, id, name },
});

describe('the subject', () => {
  it('leads with the site and what happened, for each kind of alert revision', () => {
    expect(subject(opened)).toBe('Bisie: severe – staff evacuated');
    expect(subject(escalated)).toBe('Bisie: high – armed clash at Mubi');
    expect(subject(updated)).toBe('Bisie: still severe – M23 took Walikale');
    expect(subject(corrected)).toBe('Correction: Bisie, now severe – what we told you has changed');
    expect(subject(eased)).toBe('Bisie: eased to elevated (was severe) – work taken up again');
    expect(subject(resolved)).toBe('Bisie: resolved, back to low');
    expect(subject({ ...resolved, level: 'unknown' })).toBe('Bisie: resolved, now unknown');
    expect(subject(cancelled)).toBe('Correction: Bisie, alert cancelled');
    expect(subject(withdrawn)).toBe('Bisie: no longer watched');
  });

  it('gives no cause where time alone has eased', () => {
    expect(subject({ ...eased, reason: 'below severe for 50 hours' })).toBe(
      'Bisie: eased to elevated (was severe)',
    );
  });

  it("counts the other sites behind the reader's own", () => {
    expect(near(opened, ...manyNotices(42).slice(1))).toBe('Bisie: severe – staff evacuated; 41 other sites');
  });

  it("names the reader's own site and how far away it was, also where that site stays as it is", () => {
    const others = manyNotices(47).slice(1);
    expect(near(...others)).toBe('armed clash at Mubi, 35 km from Bisie: 46 sites up to high');
    expect(near(updated, ...others)).toBe('armed clash at Mubi, 35 km from Bisie: 46 sites up to high');
    const quiet = { ...at(eased, 'osso', 'Osso'), reason: 'below severe for 50 hours' };
    expect(near(quiet)).toBe('Near Bisie: Osso eased to elevated');
    expect(near(at(resolved, 'osso', 'Osso'))).toBe('Near Bisie: Osso resolved');
  });

  it('tells several revisions of one site as the one change that its reader sees', () => {
    expect(subject(opened, updated)).toBe('Bisie: severe – armed clash at Mubi');
  });

  it('stays one line of at most 110 characters, whatever sites, places and actors are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('x\r\nBcc: all@example.org', '\u202eevil', 'A'.repeat(5000), '', 'جبل '.repeat(50)),
    );
    const kinds = fc.constantFrom(
      opened,
      escalated,
      updated,
      corrected,
      eased,
      resolved,
      cancelled,
      withdrawn,
    );
    fc.assert(
      fc.property(kinds, hostile, hostile, hostile, fc.boolean(), (notice, name, place, actor, isAlone) => {
        const evidence = notice.evidence.map((event) => ({ ...event, place, actors: [actor] }));
        const changed = { ...notice, evidence, site: { ...notice.site, name } };
        const all = isAlone ? [changed] : [changed, at(resolved, 'osso', 'Osso')];
        for (const own of [null, { ...ownSite, id: 'else', name }]) {
          const line = subjectOf(orderNotices(all), own);
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066\u2067]/u);
          expect(line.length).toBeGreaterThan(5);
          expect(line.length).toBeLessThanOrEqual(112);
        }
      }),
    );
  });
});
