import { expect, test } from 'vitest';
import {
  type LastTry,
  needsClearanceAt,
  offerToSend,
  printAgeMark,
  printJobStates,
  type SendFacts,
} from './printing.ts';

const tried = (
  state: LastTry['state'],
  code: string | null = null,
  status = 'PRODUCTION_ERROR',
): LastTry => ({
  state,
  kioskId: 'K1',
  errorStatus: code === null ? null : status,
  errorCode: code,
});
const offer = (facts: Partial<SendFacts>) =>
  offerToSend({
    status: 'READY',
    ageDays: 3,
    isBranchInUse: true,
    last: null,
    tries: facts.last ? 1 : 0,
    ...facts,
  });

test('a card that is ready and was never tried is sent without any account', () => {
  expect(offer({})).toEqual({
    whyNot: null,
    needsAccount: false,
    needsClearance: false,
    clearanceAt: null,
    needsEmptyTrays: false,
  });
});

test('what prints, waits, was printed or has no answer yet is not sent again', () => {
  expect(offer({ status: null }).whyNot).toBe('not-for-a-kiosk');
  expect(offer({ status: 'PRODUCED' }).whyNot).toBe('printed');
  expect(offer({ status: 'IN_PROGRESS' }).whyNot).toBe('printing');
  expect(offer({ status: 'REQUEST_ERROR' }).whyNot).toBe('waiting');
  expect(offer({ status: 'SOMETHING_NEW' }).whyNot).toBe('not-ready');
  const reasons = printJobStates.map((state) => [state, offer({ last: tried(state) }).whyNot]);
  expect(Object.fromEntries(reasons)).toEqual({
    sending: 'answer-lost',
    waiting: 'waiting',
    printing: 'printing',
    printed: 'printed',
    fault: null,
    refused: null,
    unknown: 'answer-lost',
  });
});

test('at sixty days it is too old, the day before it is not', () => {
  expect(offer({ ageDays: 59 }).whyNot).toBeNull();
  expect(offer({ ageDays: 60 }).whyNot).toBe('too-old');
  expect(offer({ isBranchInUse: false }).whyNot).toBe('branch-not-in-use');
  expect([44, 45, 54, 55, 59, 60].map(printAgeMark)).toEqual([
    'fresh',
    'warn',
    'warn',
    'last-days',
    'last-days',
    'too-old',
  ]);
});

test('after a fault it is said what was done, also where the try was made elsewhere', () => {
  expect(offer({ last: tried('fault', 'PRT_RIBBON_ENDED') })).toMatchObject({
    needsAccount: true,
    needsClearance: false,
    needsEmptyTrays: false,
  });
  expect(offer({ status: 'PRODUCTION_ERROR' }).needsAccount).toBe(true);
});

test('after a lost answer, or where a card may exist already, the trays are searched first', () => {
  expect(offer({ last: tried('refused') }).needsEmptyTrays).toBe(true);
  for (const code of ['REQUEST_ALREADY_EXISTS', 'PAN_ALREADY_EXISTS'])
    expect(offer({ last: tried('refused', code, 'REQUEST_ERROR') }).needsEmptyTrays).toBe(true);
});

test('the third try, and what must not be tried, want somebody who knows the machine', () => {
  expect(offer({ last: tried('fault', 'PRT_RIBBON_ENDED'), tries: 2 }).needsClearance).toBe(true);
  expect(offer({ last: tried('fault', 'CB_AUTHENTICATION_FAILED') }).needsClearance).toBe(true);
});

test('a fault of one kiosk wants clearance there, not at another', () => {
  const found = offer({ last: tried('fault', 'PRD_EMBOSSER') });
  expect([needsClearanceAt(found, 'K1'), needsClearanceAt(found, 'K2')]).toEqual([true, false]);
  const spent = offer({ last: tried('fault', 'PRD_EMBOSSER'), tries: 2 });
  expect(needsClearanceAt(spent, 'K2')).toBe(true);
});
