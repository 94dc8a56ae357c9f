import { expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { plantSeed } from '../seeds/seed.ts';
import { cardSecretsOf } from './card-secrets.ts';

const { cards } = plantSeed('demo', Date.UTC(2026, 10, 21), {});

function checkSum(digits: string): number {
  const doubled = (digit: number) => (digit > 4 ? 2 * digit - 9 : 2 * digit);
  return [...digits].reduce(
    (sum, sign, at) => sum + (at % 2 === 0 ? doubled(Number(sign)) : Number(sign)),
    0,
  );
}

it('a number has 16 digits, begins and ends as Wise shows the card, and its check digit is right', () => {
  for (const card of cards) {
    const { pan } = cardSecretsOf(card);
    expect(pan).toMatch(/^\d{16}$/);
    expect([pan.slice(0, 6), pan.slice(-4)]).toEqual([
      card.bankIdentificationNumber.slice(0, 6),
      card.lastFourDigits,
    ]);
    expect(checkSum(pan) % 10).toBe(0);
  }
});

it('the same card has the same secrets every time, another card others', () => {
  const [first, second] = cards.filter(({ profileId }) => profileId === demoCards.active.profileId);
  if (!first || !second) throw new Error('the demo data has no two cards there');
  expect(cardSecretsOf(first)).toEqual(cardSecretsOf({ ...first }));
  expect(cardSecretsOf(first).pan).not.toBe(cardSecretsOf(second).pan);
  expect(cardSecretsOf(first)).toMatchObject({ pin: expect.stringMatching(/^\d{4}$/) });
});
