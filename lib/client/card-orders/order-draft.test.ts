import { describe, expect, test } from 'vitest';
import {
  emptyOrder,
  faultsOfOrder,
  fieldOfPath,
  hasUnusualLetters,
  type OrderDraft,
  toOrderBody,
  toPlainLetters,
} from './order-draft.ts';

const physical = { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' };
const virtual = { ...physical, name: 'V', cardType: 'VIRTUAL_NON_UPGRADEABLE' };
const full: OrderDraft = {
  ...emptyOrder,
  profileId: '30000101',
  programme: 'P',
  cardHolderName: ' Chloé Marchetti ',
  embossedName: 'CHLOE MARCHETTI',
  phoneNumber: '+44 7700 900417',
  branchId: 'leeds',
  firstLine: '14 Boar Lane',
  city: 'Leeds',
  postCode: 'LS1 6EN',
};

describe('the name on a card', () => {
  test.each([
    ['Chloé Marchetti', 'CHLOE MARCHETTI'],
    ['Anneliese Krüger', 'ANNELIESE KRUGER'],
    ['Søren Straße Łukasz', 'SOREN STRASSE LUKASZ'],
    ['Bartholomew Featherstonehaugh', 'BARTHOLOMEW FEATHERSTO'],
    ['Maximilian Alexander Bea', 'MAXIMILIAN ALEXANDER B'],
  ])('%s is suggested as %s', (name, plain) => {
    expect(toPlainLetters(name)).toBe(plain);
    expect(hasUnusualLetters(plain)).toBe(false);
  });

  test('letters that a printer may lack are noticed', () => {
    expect(hasUnusualLetters("O'NEIL-SMITH & CO. 2")).toBe(false);
    for (const name of ['CHLOÉ', '王小明', 'ANN_LEE']) expect(hasUnusualLetters(name)).toBe(true);
  });
});

describe('an order', () => {
  test('of a physical card names its branch and address, of a virtual one neither', () => {
    expect(faultsOfOrder(full, physical)).toEqual({});
    const body = toOrderBody(full, physical, 'id');
    expect(body).toEqual({
      requestId: 'id',
      programme: 'P',
      cardHolderName: 'Chloé Marchetti',
      embossedName: 'CHLOE MARCHETTI',
      phoneNumber: '+447700900417',
      delivery: 'kiosk',
      branchId: 'leeds',
      address: { firstLine: '14 Boar Lane', city: 'Leeds', postCode: 'LS1 6EN', country: 'GB' },
    });
    expect(toOrderBody({ ...full, delivery: 'post' }, physical, 'id')).not.toHaveProperty('branchId');
    const bare = { ...emptyOrder, ...{ profileId: '1', programme: 'V', cardHolderName: 'A B' } };
    expect(Object.keys(faultsOfOrder(bare, virtual))).toEqual(['phoneNumber']);
    expect(toOrderBody({ ...full, programme: 'V' }, virtual, 'id')).toEqual({
      requestId: 'id',
      programme: 'V',
      cardHolderName: 'Chloé Marchetti',
      phoneNumber: '+447700900417',
      delivery: null,
    });
  });

  test('that replaces a card says which and why', () => {
    const draft = { ...full, replaces: 'token', replacementReason: 'CARD_EXPIRING' as const };
    expect(toOrderBody(draft, physical, 'id').replacementDetails).toEqual({
      cardToken: 'token',
      reason: 'CARD_EXPIRING',
    });
  });

  test('says what is missing', () => {
    expect(Object.keys(faultsOfOrder(emptyOrder, undefined)).sort()).toEqual([
      'cardHolderName',
      'phoneNumber',
      'profileId',
      'programme',
    ]);
    const wrong = { ...full, branchId: '', embossedName: 'X'.repeat(23), country: 'Britain' };
    expect(Object.keys(faultsOfOrder(wrong, physical)).sort()).toEqual([
      'branchId',
      'country',
      'embossedName',
    ]);
    expect(faultsOfOrder({ ...wrong, delivery: 'post' }, physical)).not.toHaveProperty('branchId');
  });
});

test('what the server says of a field is shown at it', () => {
  expect(fieldOfPath('body.address.postCode')).toBe('postCode');
  expect(fieldOfPath('body.embossedName')).toBe('embossedName');
  expect(fieldOfPath('body.somethingElse')).toBeUndefined();
});
