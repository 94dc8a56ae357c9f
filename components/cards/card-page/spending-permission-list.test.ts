import { describe, expect, it } from 'vitest';
import type { CardEvent } from '@/lib/contracts/cards';
import { findUnknownSwitches, inOrder } from './spending-permission-list';

const permission = (type: string, isEnabled = true) => ({ type, isEnabled, isLocked: false });
const change = (outcome: CardEvent['outcome'], ...changes: CardEvent['changes']): CardEvent => ({
  id: 'act-1',
  at: '2026-11-19T09:12:00.000Z',
  kind: 'spending-permissions',
  action: 'spending-permissions.update',
  from: null,
  to: null,
  changes,
  outcome,
  actor: 'Leah Brandt',
  via: 'console',
  reason: null,
  reviewOn: null,
});

describe('inOrder', () => {
  it('keeps the console’s order whatever order Wise sends, and what nobody knows last', () => {
    const sent = ['A_NEW_ONE', 'MOBILE_WALLETS', 'ECOM', 'POS_CHIP', 'ANOTHER'].map((type) =>
      permission(type),
    );
    expect(inOrder(sent).map(({ type }) => type)).toEqual([
      'ECOM',
      'POS_CHIP',
      'MOBILE_WALLETS',
      'A_NEW_ONE',
      'ANOTHER',
    ]);
  });
});

describe('findUnknownSwitches', () => {
  const off = { type: 'ECOM', isEnabled: false };
  it('names what was asked for while nobody knows whether it was done', () => {
    const unknown = findUnknownSwitches(
      [change('unknown', off)],
      [permission('ECOM'), permission('POS_CHIP')],
    );
    expect([...unknown]).toEqual([['ECOM', false]]);
  });
  it.each([
    ['Wise says what was asked for', [change('unknown', off)], false],
    ['a later change is known', [change('succeeded', off), change('unknown', off)], true],
    ['the outcome is known', [change('failed', off)], true],
    ['it was never changed', [], true],
  ])('is silent when %s', (_case, events, isEnabled) => {
    expect(findUnknownSwitches(events, [permission('ECOM', isEnabled)]).size).toBe(0);
  });
});
