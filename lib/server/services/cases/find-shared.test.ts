import { expect, it } from 'vitest';
import { findShared, type MarkedPayment } from './find-shared.ts';

const named = (value: string) => ({ value, label: value });
let lastId = 0;
const paid = (minute: number, more: Partial<MarkedPayment> & { card?: string; shop?: string }) => {
  const { card = `card ${lastId + 1}`, shop = 'Corner Shop', values = {}, ...rest } = more;
  lastId += 1;
  return {
    caseId: `case ${lastId}`,
    profileId: '7',
    transactionId: String(lastId),
    createdAt: new Date(Date.UTC(2026, 10, 20, 12, minute)),
    cardToken: card,
    values: { card: named(card), merchant: named(shop), country: named('GB'), ...values },
    ...rest,
  } satisfies MarkedPayment;
};
const told = (payments: MarkedPayment[]) =>
  findShared(payments).map(
    ({ cards, caseIds, kind, value }) => `${kind} ${value}: ${caseIds.length} cases, ${cards} cards`,
  );

it('finds five cards at one shop within a day before what everybody shares', () => {
  const skimmed = [0, 90, 200, 700, 1400].map((minute) => paid(minute, { shop: 'Ondina Books' }));
  const others = [30, 60].map((minute) => paid(minute, { shop: `Shop ${minute}` }));
  const [first] = findShared([...skimmed, ...others]);
  expect(first).toMatchObject({
    kind: 'merchant',
    value: 'Ondina Books',
    caseIds: skimmed.map(({ caseId }) => caseId),
    cards: 5,
    cardsWithinDay: 5,
  });
  expect(first?.payments.map(({ transactionId }) => transactionId)).toEqual(
    skimmed.map(({ transactionId }) => transactionId),
  );
  expect(told([...skimmed, ...others])[1]).toBe('country GB: 7 cases, 7 cards');
});

it('counts the cards of the fullest 24 hours, wherever the day begins', () => {
  const spread = [0, 1439, 1440, 4000].map((minute) => paid(minute, {}));
  expect(findShared(spread)[0]).toMatchObject({ cards: 4, cardsWithinDay: 2 });
});

it('puts a card that was tried again and again before its shops', () => {
  const tries = ['A', 'B', 'C'].map((shop, place) => paid(place, { card: 'one', shop }));
  expect(told(tries)).toEqual(['card one: 3 cases, 1 cards', 'country GB: 3 cases, 1 cards']);
});

it('tells nothing of what stands in one case alone, however often', () => {
  const twice = [0, 1].map((minute) => paid(minute, { caseId: 'one', card: 'one' }));
  expect(findShared(twice)).toEqual([]);
  expect(findShared([])).toEqual([]);
});
