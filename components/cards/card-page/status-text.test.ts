import { describe, expect, it } from 'vitest';
import { cardStatusValues } from '@/lib/catalogues/statuses';
import type { CardEvent } from '@/lib/contracts/cards';
import {
  byWhom,
  findPresentCause,
  findUnknownChange,
  formatWhen,
  meaningOf,
  titleOf,
  wordOfChange,
} from './status-text';

const event = (more: Partial<CardEvent>): CardEvent => ({
  id: 'act-1',
  at: '2026-11-19T09:12:00.000Z',
  kind: 'status',
  action: 'cards.update-status',
  from: 'ACTIVE',
  to: 'FROZEN',
  changes: [],
  outcome: 'succeeded',
  actor: 'Leah Brandt',
  via: 'console',
  reason: null,
  reviewOn: null,
  ...more,
});

describe('meaningOf', () => {
  it('has a text of its own for every status', () => {
    const texts = cardStatusValues.map(meaningOf);
    expect(new Set(texts).size).toBe(cardStatusValues.length);
  });
  it('says of a frozen and of a blocked card what still happens', () => {
    for (const status of ['FROZEN', 'BLOCKED']) {
      expect(meaningOf(status)).toContain('already authorised still go through, and refunds still arrive');
    }
  });
  it('gives no cause for a suspension', () => {
    expect(meaningOf('PARTNER_SUSPENDED')).toBe(
      'Suspended by Wise: refer to compliance. Do not tell the customer of it.',
    );
  });
  it('shows a status nobody knows as Wise writes it', () => {
    expect(meaningOf('LOST_AT_SEA')).toContain('LOST_AT_SEA');
  });
});

describe('findPresentCause', () => {
  it('is the last change that was made, when it led to the present status', () => {
    const failed = event({ id: 'act-2', to: 'BLOCKED', outcome: 'failed' });
    const switches = event({ id: 'act-3', kind: 'spending-permissions', to: null });
    expect(findPresentCause([switches, failed, event({})], 'FROZEN')?.id).toBe('act-1');
  });
  it('is not known when the card became what it is in a way nobody told', () => {
    expect(findPresentCause([event({})], 'ACTIVE')).toBeUndefined();
    expect(findPresentCause([], 'FROZEN')).toBeUndefined();
  });
});

describe('findUnknownChange', () => {
  const lost = event({ id: 'act-2', outcome: 'unknown' });
  it('is the last change while its outcome is unknown', () => {
    expect(findUnknownChange([lost], 'ACTIVE')?.id).toBe('act-2');
  });
  it('is none once Wise says what was asked for, or something later is known', () => {
    expect(findUnknownChange([lost], 'FROZEN')).toBeUndefined();
    expect(findUnknownChange([event({}), lost], 'ACTIVE')).toBeUndefined();
  });
});

describe('words', () => {
  it.each([
    ['INACTIVE', 'ACTIVE', 'Activated'],
    ['FROZEN', 'ACTIVE', 'Unfrozen'],
    [null, 'ACTIVE', 'Made active'],
    ['ACTIVE', 'FROZEN', 'Frozen'],
    ['FROZEN', 'BLOCKED', 'Blocked'],
    [null, 'PARTNER_SUSPENDED', 'Suspended'],
    [null, 'LOST_AT_SEA', 'Status LOST_AT_SEA'],
  ])('%s to %s is %j', (from, to, word) => {
    expect(wordOfChange(from, to)).toBe(word);
  });
  it('names who did it, and where nobody here did', () => {
    expect(byWhom(event({}))).toBe('by Leah Brandt');
    expect(byWhom(event({ actor: null, via: 'wise' }))).toBe('by Wise');
    expect(byWhom(event({ actor: null, via: 'partner-api' }))).toBe('through the partner API');
    expect(byWhom(event({ actor: null }))).toBe('by the console itself');
  });
  it('says today for the same day of the zone only', () => {
    const now = new Date('2026-11-19T23:30:00Z');
    expect(formatWhen('2026-11-19T09:12:00Z', 'UTC', now)).toBe('today at 09:12');
    expect(formatWhen('2026-11-19T09:12:00Z', 'Europe/Paris', now)).toBe('on 19 Nov 2026 at 10:12');
  });
  it('calls a card without a holder by its last four digits', () => {
    expect(titleOf({ cardHolderName: null, lastFourDigits: '3302' })).toBe('Card ending 3302');
  });
});
