import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Holder, roles } from '../../../catalogues/console-permissions.ts';
import { declineReasons, disclosureOf } from './catalogue.ts';
import {
  type ClassifiedEntry,
  forgetClassifications,
  forgetEarlierClassification,
  keepClassifications,
} from './classifications.ts';
import { detailedReasons } from './detailed.ts';
import { GuardedReason } from './guarded-reason.ts';
import { neutralSentence } from './neutral.ts';
import { explainReason, tellAllReasons } from './tell.ts';

const everybody: Holder[] = roles.map((role) => ({ role, flags: ['reveal', 'approve'] }));
const compliance: Holder = { role: 'compliance', flags: [] };
const others = everybody.filter(({ role }) => role !== 'compliance');
const hidden = [
  'SUSPECTED_FRAUD_AML',
  'SUSPECTED_FRAUD_COMPLIANCE',
  'SUSPECTED_FRAUD_SANCTIONS',
  'ACCOUNT_SUSPENDED',
  'CARD_PARTNER_SUSPENDED',
  'SUSPECTED_FRAUD',
  'SUSPECTED_FRAUD_CORE_FRAUD',
  'SCHEME_BLOCKED_TRANSACTION',
  'INCORRECT_ARQC',
  'UNEXPECTED_ERROR',
];

test('all 52 reasons that Wise documents are there, each with its words', () => {
  const entries = Object.entries(declineReasons);
  expect(entries).toHaveLength(52);
  for (const [code, entry] of entries) {
    expect(entry.say !== undefined, code).toBe(entry.disclosure === 'tell');
    for (const words of [entry.title, entry.happened, entry.cause, entry.next, entry.retryText])
      expect(words, code).not.toMatch(/please|oops|successfully|invalid|!/i);
  }
  const count = (level: string) => entries.filter(([, { disclosure }]) => disclosure === level).length;
  expect({
    tell: count('tell'),
    neutral: count('neutral'),
    cover: count('cover'),
    restricted: count('restricted'),
  }).toEqual({ tell: 41, neutral: 1, cover: 5, restricted: 5 });
});

describe('who may know', () => {
  test.each([
    ['CARD_FROZEN', null, 'tell'],
    ['CARD_FROZEN', 'ECOM_DISABLED', 'tell'],
    ['SUSPECTED_FRAUD_SOFT_DECLINE', null, 'neutral'],
    ['SUSPECTED_FRAUD_SOFT_DECLINE', 'UNKNOWN', 'neutral'],
    ['SUSPECTED_FRAUD', null, 'cover'],
    ['INSUFFICIENT_FUNDS', 'SUSPECTED_FRAUD_NO_BALANCE', 'cover'],
    [null, null, 'cover'],
    ['', '', 'cover'],
    ['', 'UNKNOWN', 'cover'],
    ['SUSPECTED_FRAUD_AML', null, 'restricted'],
    ['SUSPECTED_FRAUD_AML_EXTENDED', null, 'restricted'],
    ['SUSPECTED_FRAUD', 'SUSPECTED_FRAUD_SANCTIONS_LIST_A', 'restricted'],
    ['INSUFFICIENT_FUNDS', 'ACCOUNT_SUSPENDED', 'restricted'],
    ['CARD_PARTNER_SUSPENDED_2', 'UNKNOWN', 'restricted'],
    ['A_CODE_OF_NEXT_YEAR', null, 'restricted'],
    ['INSUFFICIENT_FUNDS', 'A_CODE_OF_NEXT_YEAR', 'restricted'],
    ['card_frozen', null, 'restricted'],
    ['toString', null, 'restricted'],
  ])('%s with detail %s is %s', (reason, detailed, level) => {
    expect(disclosureOf(reason, detailed)).toBe(level);
  });

  test('compliance reads every code and what it means', () => {
    for (const code of hidden) {
      const told = GuardedReason.of('DECLINED', code, null);
      expect(told?.tellTo(compliance).declineReason).toBe(code);
      expect(told?.explainTo(compliance).mayBeTold).toBe('staff-only');
    }
    expect(explainReason(compliance, 'A_CODE_OF_NEXT_YEAR', null).cause).toContain('A_CODE_OF_NEXT_YEAR');
    expect(explainReason(compliance, null, null).title).toBe('Declined without a reason');
    expect(tellAllReasons(compliance).map(({ code }) => code)).toEqual(expect.arrayContaining(hidden));
  });

  test('everybody else reads one answer for all that is hidden, down to the last word', () => {
    for (const reader of others) {
      const answers = [...hidden, '', 'A_CODE_OF_NEXT_YEAR', 'SUSPECTED_FRAUD_AML_2'].map((code) => {
        const reason = GuardedReason.of('DECLINED', code, 'SUSPECTED_FRAUD_NO_BALANCE');
        return JSON.stringify([reason?.tellTo(reader), reason?.explainTo(reader), reason?.remedyFor(reader)]);
      });
      expect(new Set(answers).size).toBe(1);
    }
  });

  test('the catalogue of others holds no code, title or sentence of a hidden entry', () => {
    const secrets = Object.entries(declineReasons)
      .filter(([code]) => hidden.includes(code))
      .flatMap(([code, { title, happened, cause, next }]) => [`"${code}"`, title, happened, cause, next]);
    for (const reader of others) {
      const text = JSON.stringify(tellAllReasons(reader));
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(tellAllReasons(reader)).toHaveLength(43);
    }
  });

  test('a code that is not in the catalogue never reaches anybody but compliance', () => {
    const known = new Set([...Object.keys(declineReasons), ...Object.keys(detailedReasons)]);
    const unknownCode = fc.stringMatching(/^[A-Z_]{6,40}$/).filter((code) => !known.has(code));
    fc.assert(
      fc.property(unknownCode, fc.constantFrom(...others), (code, reader) => {
        const reason = GuardedReason.of('DECLINED', code, code);
        const text = JSON.stringify([reason?.tellTo(reader), reason?.explainTo(reader)]);
        expect(text).not.toContain(`"${code}"`);
        expect(reason?.tellTo(reader).declineReason).toBe('NOT_DISCLOSED');
      }),
    );
  });
});

describe('a code that compliance has classified', () => {
  const entry = (more: Partial<ClassifiedEntry>): ClassifiedEntry => ({
    title: 'The shop is too far away',
    happened: 'The shop was out of reach.',
    cause: 'A rule of the scheme.',
    actor: 'customer',
    next: 'The customer pays nearer by.',
    remedy: 'none',
    retry: 'no',
    retryText: 'No.',
    family: 'rules',
    disclosure: 'tell',
    say: 'The shop is too far away for your card.',
    version: 1,
    classifiedAt: '2026-11-20T10:00:00.000Z',
    classifiedBy: ['Ines', 'Karim'],
    ...more,
  });
  const { say: _, ...unsaid } = entry({});
  const keep = (codes: Record<string, ClassifiedEntry>, ageMs = 0) =>
    keepClassifications(new Map(Object.entries(codes)), performance.now() - ageMs);
  const operator: Holder = { role: 'operator', flags: [] };
  afterEach(forgetClassifications);

  test('is read by everybody with its words where it may be told, and by whom is compliance’s alone', () => {
    keep({ TOO_FAR: entry({}) });
    const reason = GuardedReason.of('DECLINED', 'TOO_FAR', null);
    expect(reason?.tellTo(operator).declineReason).toBe('TOO_FAR');
    expect(reason?.toArchive().toldReason).toBe('TOO_FAR');
    expect(reason?.explainTo(operator)).toMatchObject({
      title: 'The shop is too far away',
      say: 'The shop is too far away for your card.',
      mayBeTold: 'tell',
      classified: { at: '2026-11-20T10:00:00.000Z', by: null },
    });
    expect(reason?.explainTo(compliance).classified?.by).toEqual(['Ines', 'Karim']);
    expect(tellAllReasons(operator).map(({ code }) => code)).toContain('TOO_FAR');
    expect(explainReason(operator, 'CARD_FROZEN', 'TOO_FAR').notes).toEqual(['The shop was out of reach.']);
  });

  test('has the one neutral sentence where it is neutral, and is not there where compliance alone reads it', () => {
    keep({
      NEUTRAL_ONE: { ...unsaid, disclosure: 'neutral' },
      COVERED: { ...unsaid, disclosure: 'cover' },
      RESTRICTED_ONE: { ...unsaid, disclosure: 'restricted' },
    });
    expect(explainReason(operator, 'NEUTRAL_ONE', null)).toMatchObject({
      say: neutralSentence,
      mayBeTold: 'neutral',
    });
    for (const code of ['COVERED', 'RESTRICTED_ONE']) {
      expect(explainReason(operator, code, null)).toEqual(
        explainReason(operator, 'A_CODE_OF_NEXT_YEAR', null),
      );
      expect(tellAllReasons(operator).map((one) => one.code)).not.toContain(code);
      expect(explainReason(compliance, code, null).title).toBe('The shop is too far away');
    }
    expect(disclosureOf('CARD_FROZEN', 'COVERED')).toBe('cover');
  });

  test('stays restricted where it begins with a restricted code, and nothing that came with the console is another', () => {
    keep({
      SUSPECTED_FRAUD_AML_FRIENDLY: entry({}),
      ACCOUNT_SUSPENDED: entry({}),
      SUSPECTED_FRAUD: entry({}),
      SUSPECTED_FRAUD_NO_BALANCE: entry({}),
    });
    expect(disclosureOf('SUSPECTED_FRAUD_AML_FRIENDLY', null)).toBe('restricted');
    expect(disclosureOf('ACCOUNT_SUSPENDED', null)).toBe('restricted');
    expect(disclosureOf('SUSPECTED_FRAUD', null)).toBe('cover');
    expect(disclosureOf('CARD_FROZEN', 'SUSPECTED_FRAUD_NO_BALANCE')).toBe('cover');
    expect(explainReason(compliance, 'SUSPECTED_FRAUD', null).title).toBe('Rated as high risk by Wise');
  });

  test('is restricted again once the store could not be asked for long', () => {
    keep({ TOO_FAR: entry({}) }, 29_000);
    expect(disclosureOf('TOO_FAR', null)).toBe('tell');
    keep({ TOO_FAR: entry({}) }, 31_000);
    expect(disclosureOf('TOO_FAR', null)).toBe('restricted');
    keep({ TOO_FAR: entry({}) });
    forgetEarlierClassification('TOO_FAR', 1);
    expect(disclosureOf('TOO_FAR', null), 'it is that very version').toBe('tell');
    forgetEarlierClassification('TOO_FAR', 2);
    expect(disclosureOf('TOO_FAR', null)).toBe('restricted');
  });
});

test('a guarded reason that is printed, logged or serialised says nothing', () => {
  const reason = GuardedReason.of('DECLINED', 'SUSPECTED_FRAUD_AML', 'SUSPECTED_FRAUD_NO_BALANCE');
  for (const text of [`${reason}`, JSON.stringify({ reason }), inspect({ reason }, { depth: 9 })]) {
    expect(text).toContain('NOT_DISCLOSED');
    expect(text).not.toContain('SUSPECTED');
  }
});

test('a payment that was not declined and has no reason has nothing to guard', () => {
  expect(GuardedReason.of('COMPLETED', null, null)).toBeUndefined();
  expect(GuardedReason.of('UNKNOWN', null, '')).toBeUndefined();
  expect(GuardedReason.of('UNKNOWN', 'SUSPECTED_FRAUD', null)?.tellTo({ role: 'admin', flags: [] })).toEqual({
    declineReason: 'NOT_DISCLOSED',
    detailedDeclineReason: null,
  });
});
