import { expect, it } from 'vitest';
import { knownPayoutFailures, wordsOfPayoutFailure } from '../../catalogues/payout-failures.ts';
import { payoutFailures } from './payout-failures.ts';

it('every reason that Wise documents has words of its own for people', () => {
  expect([...knownPayoutFailures].sort()).toEqual(Object.keys(payoutFailures).sort());
});

it('a reason of later is said as it is, and nobody is told to send again', () => {
  const { next, what } = wordsOfPayoutFailure('NEW_MOON');
  expect(what).toContain('NEW_MOON');
  expect(next).toContain('before the payment is sent again');
});
