import { expect, test } from 'vitest';
import { isCentral, kioskErrorOf, kioskErrors, needsEmptyTrays } from './kiosk-errors.ts';

test('UNKNOWN_ERROR of a request is another fault than that of a print', () => {
  const [request, production] = ['REQUEST_ERROR', 'PRODUCTION_ERROR'].map((status) =>
    kioskErrorOf(status, 'UNKNOWN_ERROR'),
  );
  expect(request?.title).not.toBe(production?.title);
});

test.each(kioskErrors)('$status $code says all there is to say', (entry) => {
  for (const text of [entry.title, entry.meaning, entry.retryWords]) expect(text.length).toBeGreaterThan(8);
  expect(entry.steps.length).toBeGreaterThan(1);
  for (const step of entry.steps) expect(step).toMatch(/^[A-Z].{8,}\.$/);
  expect(entry.minutes).toBeGreaterThan(0);
  expect(`${entry.title} ${entry.meaning} ${entry.steps.join(' ')}`).not.toMatch(/!|please|oops|invalid/i);
});

test('titles tell faults apart', () => {
  expect(new Set(kioskErrors.map(({ title }) => title)).size).toBe(58);
});

test('what may have been printed already is sent again only after somebody looked', () => {
  for (const code of ['REQUEST_ALREADY_EXISTS', 'PAN_ALREADY_EXISTS'])
    expect(needsEmptyTrays('REQUEST_ERROR', code)).toBe(true);
  expect(needsEmptyTrays('REQUEST_ERROR', 'PIN_VERIFICATION_FAILED')).toBe(false);
  expect(kioskErrorOf('REQUEST_ERROR', 'REQUEST_CREATED_BUT_NOT_STARTED').retry).toBe('by-itself');
});

test('a code nobody knows gets what is certain, and itself', () => {
  const entry = kioskErrorOf('PRODUCTION_ERROR', 'PRT_NEW_FAULT');
  expect(entry).toMatchObject({ code: 'PRT_NEW_FAULT', place: 'unknown', plastic: 'possible' });
  expect(kioskErrorOf('PRODUCTION_ERROR', null).title).toBe('Wise names no fault');
  expect(needsEmptyTrays('PRODUCTION_ERROR', 'PRT_NEW_FAULT')).toBe(true);
});

test('faults of the servers behind every kiosk are told from those of one kiosk', () => {
  expect(kioskErrors.filter(({ place }) => isCentral(place)).map(({ code }) => code)).toContain('DP_TIMEOUT');
  expect(isCentral(kioskErrorOf('PRODUCTION_ERROR', 'PRT_RIBBON').place)).toBe(false);
});
