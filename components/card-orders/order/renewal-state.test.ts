import { expect, test } from 'vitest';
import { isToRenew } from './renewal-state.ts';

const renewal = (state: 'waiting' | 'sending' | 'unknown' | 'placed' | 'refused') => ({
  state,
  newOrderId: null,
  refusedCode: null,
});
const made = { status: 'CARD_DETAILS_CREATED', printAge: 'day-60' as const, renewal: null };

test.each([
  [{ ...made, printAge: null }, false],
  [{ ...made, printAge: 'day-45' as const }, false],
  [made, true],
  [{ ...made, renewal: renewal('waiting') }, true],
  [{ status: 'CANCELLED', printAge: null, renewal: null }, false],
  [{ status: 'CANCELLED', printAge: null, renewal: renewal('waiting') }, true],
  [{ status: 'CANCELLED', printAge: null, renewal: renewal('refused') }, true],
  [{ status: 'CANCELLED', printAge: null, renewal: renewal('unknown') }, true],
  [{ status: 'CANCELLED', printAge: null, renewal: renewal('placed') }, false],
])('%j is to be ordered anew: %s', (order, is) => {
  expect(isToRenew(order)).toBe(is);
});
