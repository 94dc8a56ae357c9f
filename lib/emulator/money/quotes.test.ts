import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../wise/refusal.ts';
import { World } from '../world.ts';
import { needsAcceptance } from './confirmations.ts';
import { acceptQuoteOrThrow, findQuote, markQuoteFunded, quoteStatusOf } from './quotes.ts';
import type { QuoteRecord, RecipientRecord } from './records.ts';

const minute = 60_000;
const profileId = 30_000_001;
const madeAtMs = Date.UTC(2026, 10, 21, 9, 30);
const recipient: RecipientRecord = {
  id: 40_000_001,
  profileId,
  creatorId: 20_000_001,
  accountHolderName: 'Grace Mwangi',
  currency: 'EUR',
  country: 'DE',
  type: 'iban',
  legalType: 'PRIVATE',
  active: true,
  ownedByCustomer: false,
  email: null,
  details: { IBAN: 'DE89370400440532013000' },
  address: null,
  outcomes: [],
  checkedWith: null,
  acceptedFor: [],
  createdAt: '2026-11-21T09:00:00Z',
};
const quote: QuoteRecord = {
  id: '11144c35-9fe8-4c32-b7fd-d05c2a7734bf',
  profileId,
  userId: 20_000_001,
  sourceCurrency: 'GBP',
  targetCurrency: 'EUR',
  providedAmountType: 'SOURCE',
  sourceAmount: 100,
  targetAmount: 114.5,
  fee: 0.5,
  rate: 1.1508,
  payOut: 'BANK_TRANSFER',
  preferredPayIn: 'BALANCE',
  targetAccount: null,
  pricing: null,
  transferNature: null,
  status: 'PENDING',
  createdTime: '2026-11-21T09:30:00Z',
  expirationTime: '2026-11-21T10:00:00Z',
};

let now: number;
let world: World;
beforeEach(() => {
  now = madeAtMs;
  world = new World({ realNow: () => now });
  world.recipients.put(recipient);
  world.quotes.put(quote);
});

const accept = (use: Partial<Parameters<typeof acceptQuoteOrThrow>[1]> = {}) =>
  acceptQuoteOrThrow(world, { quoteId: quote.id, profileId, targetAccount: recipient.id, ...use });
const refusalOf = (use: Parameters<typeof accept>[0] = {}): unknown => {
  try {
    return accept(use);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [fault] = Reflect.get(Object(error.body), 'errors');
    return [error.status, fault.code, fault.path];
  }
};

describe('a quote', () => {
  it('runs out 30 minutes after it was made, but not once it is used', () => {
    const last = madeAtMs + 30 * minute;
    expect(quoteStatusOf(quote, last - 1)).toBe('PENDING');
    expect(quoteStatusOf(quote, last)).toBe('EXPIRED');
    expect(quoteStatusOf({ ...quote, status: 'ACCEPTED' }, last)).toBe('ACCEPTED');
  });

  it('is found by its own profile, for 48 hours where it was not used', () => {
    expect(findQuote(world, quote.id.toUpperCase(), profileId)).toBe(quote);
    expect(findQuote(world, quote.id, 30_000_002)).toBeUndefined();
    now += 48 * 60 * minute;
    expect(findQuote(world, quote.id, profileId)).toBeUndefined();
    world.quotes.put({ ...quote, status: 'ACCEPTED' });
    expect(findQuote(world, quote.id, profileId)?.status).toBe('ACCEPTED');
  });

  it('makes one transfer, to the recipient that is named', () => {
    expect(accept({ sourceCurrency: 'GBP' })).toMatchObject({
      status: 'ACCEPTED',
      targetAccount: recipient.id,
    });
    expect(refusalOf()).toEqual([422, 'error.quote.already.used', 'quoteUuid']);
    markQuoteFunded(world, quote.id);
    expect(world.quotes.get(quote.id)?.status).toBe('FUNDED');
    expect(refusalOf()).toEqual([422, 'error.quote.already.used', 'quoteUuid']);
  });

  it('is not funded before it was accepted, and one that nobody knows is let be', () => {
    markQuoteFunded(world, quote.id);
    markQuoteFunded(world, '00000000-0000-4000-8000-000000000000');
    expect(world.quotes.all()).toEqual([quote]);
  });

  it.each([
    ['another profile', { profileId: 30_000_002 }, 'error.quote.not.found'],
    ['no such quote', { quoteId: '00000000-0000-4000-8000-000000000000' }, 'error.quote.not.found'],
    ['a group in another currency', { sourceCurrency: 'USD' }, 'error.quote.source.currency.mismatch'],
  ])('is refused for %s', (_what, use, code) => {
    expect(refusalOf(use)).toEqual([422, code, 'quoteUuid']);
    expect(world.quotes.get(quote.id)).toBe(quote);
  });

  it('is refused once it ran out, and where a notice blocks it', () => {
    world.quotes.put({ ...quote, sourceAmount: 1313.13 });
    expect(refusalOf()).toEqual([422, 'error.quote.blocked', 'quoteUuid']);
    now += 30 * minute;
    expect(refusalOf()).toEqual([422, 'error.quote.expired', 'quoteUuid']);
  });

  it('is refused where too little arrives', () => {
    world.quotes.put({ ...quote, targetCurrency: 'INR', targetAmount: 249.99 });
    expect(refusalOf()).toEqual([422, 'error.amount.too.low', 'quoteUuid']);
    world.quotes.put({ ...quote, targetAmount: 0 });
    expect(refusalOf()).toEqual([422, 'error.amount.too.low', 'quoteUuid']);
  });

  it.each<[string, Partial<RecipientRecord>]>([
    ['of another profile', { profileId: 30_000_002 }],
    ['of another user, with no profile', { profileId: null, creatorId: 20_000_101 }],
    ['that is not active', { active: false }],
    ['that takes another currency', { currency: 'USD' }],
  ])('is refused for a recipient %s', (_what, change) => {
    world.recipients.put({ ...recipient, ...change });
    expect(refusalOf()).toEqual([422, 'INVALID_RECIPIENT', 'targetAccount']);
    expect(world.quotes.get(quote.id)).toBe(quote);
  });

  it('from dollars is refused for a recipient without an address, and taken with one', () => {
    world.quotes.put({ ...quote, sourceCurrency: 'USD' });
    expect(refusalOf()).toEqual([422, 'INVALID_RECIPIENT', undefined]);
    world.recipients.put({ ...recipient, address: { country: 'DE', city: 'Berlin' } });
    expect(accept().status).toBe('ACCEPTED');
  });
});

describe('the details of a transfer', () => {
  const rupees = { currency: 'INR', type: 'indian', country: 'IN' };
  const purpose = 'verification.transfers.purpose.pay.goods.services';
  beforeEach(() => {
    world.recipients.put({ ...recipient, ...rupees });
    world.quotes.put({ ...quote, targetCurrency: 'INR', targetAmount: 11_800 });
  });

  it.each<[string, Record<string, string>, string]>([
    ['no purpose', {}, 'details.transferPurpose'],
    ['a purpose that is not listed', { transferPurpose: 'fun' }, 'details.transferPurpose'],
    ['no reason beneath it', { transferPurpose: purpose }, 'details.transferPurposeSubTransferPurpose'],
    [
      'a reference that is too long',
      { reference: 'x'.repeat(36), transferPurpose: 'verification.transfers.purpose.other' },
      'details.reference',
    ],
  ])('are refused with %s', (_what, details, path) => {
    expect(refusalOf({ details })).toEqual([422, 'NOT_VALID', path]);
    expect(world.quotes.get(quote.id)?.status).toBe('PENDING');
  });

  it('are taken where they tell what the requirements ask for', () => {
    const details = { reference: 'Invoice 7', transferPurpose: purpose };
    const whole = { ...details, transferPurposeSubTransferPurpose: 'TRANSLATION_SERVICE' };
    expect(accept({ details: whole }).status).toBe('ACCEPTED');
  });

  it('tell the nature of a transfer to reais, unless the quote does', () => {
    world.recipients.put({ ...recipient, currency: 'BRL', type: 'brazil' });
    const reais = { ...quote, targetCurrency: 'BRL' };
    world.quotes.put(reais);
    expect(refusalOf({ details: {} })).toEqual([422, 'NOT_VALID', 'details.transferNature']);
    world.quotes.put({ ...reais, transferNature: 'SENDING_MONEY_TO_SOMEONE_ELSE' });
    expect(accept({ details: {} }).status).toBe('ACCEPTED');
  });
});

describe('needsAcceptance', () => {
  const outcome = {
    type: 'NAME_MATCHING',
    outcome: 'PARTIAL_FAILURE',
    requiresCustomerAcceptance: true,
    providedName: 'Joe Doe',
    resolvedName: 'John Doe',
    message: null,
    at: '2026-11-21T09:30:00Z',
  };
  const doubtful = { ...recipient, outcomes: [outcome] };
  const acceptedWith = (quoteId: string | null) => ({ ...doubtful, acceptedFor: [{ quoteId, at: '' }] });

  it('holds until it was accepted for the quote, or for all', () => {
    expect(needsAcceptance(doubtful, quote.id)).toBe(true);
    expect(needsAcceptance(acceptedWith('another'), quote.id)).toBe(true);
    expect(needsAcceptance(acceptedWith(quote.id), quote.id)).toBe(false);
    expect(needsAcceptance(acceptedWith(null), quote.id)).toBe(false);
  });

  it('does not hold where nothing was checked, or the outcome requires nothing', () => {
    expect(needsAcceptance(recipient, quote.id)).toBe(false);
    const fine = { ...outcome, requiresCustomerAcceptance: false };
    expect(needsAcceptance({ ...recipient, outcomes: [fine] }, quote.id)).toBe(false);
  });
});
