import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardStatusValues } from '../../catalogues/statuses.ts';
import { demoCards } from './demo-cards.ts';
import { kioskCards } from './demo-kiosk-cards.ts';
import { plantSeed } from './seed.ts';

const now = Date.UTC(2026, 10, 21, 0, 0, 1);
const demo = plantSeed('demo', now, {});
const cardOf = (name: keyof typeof demoCards) =>
  demo.cards.find((card) => card.token === demoCards[name].token);
const ageInDays = (instant = '') => (now - Date.parse(instant)) / 86_400_000;

describe('demo seed', () => {
  it('has three business profiles of one user, forty-eight personal ones of a user each, and their cards', () => {
    const ofType = (type: string) => demo.profiles.filter((profile) => profile.type === type);
    expect(ofType('BUSINESS').map(({ id }) => id)).toEqual([30000001, 30000002, 30000003]);
    expect(new Set(ofType('BUSINESS').map(({ userId }) => userId)).size).toBe(1);
    expect(ofType('PERSONAL').map(({ id }) => id)).toEqual(
      Array.from({ length: 48 }, (_, index) => 30000101 + index),
    );
    expect(new Set(ofType('PERSONAL').map(({ userId }) => userId)).size).toBe(48);
    expect(demo.cards).toHaveLength(264);
    expect(new Set(demo.cards.map((card) => card.token)).size).toBe(264);
  });

  it('has cards in every status', () => {
    expect(new Set(demo.cards.map((card) => card.status))).toEqual(new Set(cardStatusValues));
  });

  it('is the same every time on a day', () => {
    const { cardTransactions: _, ...later } = plantSeed('demo', now + 3_600_000, {});
    expect(demo).toMatchObject(later);
  });

  it('has eight users whom nobody is connected to, each with a registration code and three cards', () => {
    const newcomers = demo.users.filter((user) => user.refreshTokensIssued === 0);
    expect(newcomers.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, index) => 20000141 + index));
    for (const { id, registrationCode } of newcomers) {
      expect(registrationCode?.length).toBeGreaterThanOrEqual(32);
      expect(demo.cards.filter((card) => card.profileId === id + 10_000_000)).toHaveLength(3);
    }
  });

  it('has every time in the past and in order', () => {
    for (const card of demo.cards) {
      expect(card.creationTime <= card.modificationTime).toBe(true);
      expect(Date.parse(card.modificationTime)).toBeLessThan(now);
      const isOver = ['EXPIRED', 'PURGED'].includes(card.status);
      expect([card.token, Date.parse(card.expiryDate) < now]).toEqual([card.token, isOver]);
      if (card.status === 'PURGED') expect(ageInDays(card.expiryDate)).toBeGreaterThan(555);
    }
  });

  it('has the cards of fixed token as they are described', () => {
    const statuses = {
      active: 'ACTIVE',
      inactive: 'INACTIVE',
      frozen: 'FROZEN',
      blocked: 'BLOCKED',
      partnerSuspended: 'PARTNER_SUSPENDED',
      expired: 'EXPIRED',
      purged: 'PURGED',
      old: 'ACTIVE',
      virtual: 'ACTIVE',
      lockedTwo: 'ACTIVE',
      restricted: 'ACTIVE',
      pinTriesExceeded: 'ACTIVE',
    } as const;
    for (const [name, status] of Object.entries(statuses) as [keyof typeof demoCards, string][])
      expect([name, cardOf(name)?.status, cardOf(name)?.profileId]).toEqual([
        name,
        status,
        demoCards[name].profileId,
      ]);
    expect(ageInDays(cardOf('old')?.creationTime)).toBeGreaterThan(60);
    expect(ageInDays(cardOf('active')?.creationTime)).toBeLessThan(60);
    expect(cardOf('virtual')?.spendingPermissions.map((row) => row.type)).toEqual([
      'ECOM',
      'ATM_WITHDRAWAL',
      'MOBILE_WALLETS',
    ]);
    const locked = (name: keyof typeof demoCards) =>
      cardOf(name)?.spendingPermissions.flatMap((row) => (row.isLocked ? row.type : []));
    expect(locked('active')).toEqual([]);
    expect(locked('inactive')).toEqual(['POS_CONTACTLESS', 'POS_MAGSTRIPE']);
    expect(locked('lockedTwo')).toEqual(['POS_CONTACTLESS', 'POS_MAGSTRIPE']);
    expect(cardOf('purged')).toMatchObject({ cardHolderName: null, phoneNumber: null });
    expect(cardOf('pinTriesExceeded')?.pinTries).toBe(4);
  });

  it('has cards that wait for a kiosk, one past 45 days and one past 60, with faults and cards to be handed over', () => {
    const cardBy = new Map(demo.cards.map((card) => [card.token, card]));
    const orderBy = new Map(demo.cardOrders.map((order) => [order.cardToken, order]));
    const waiting = demo.productions.filter(({ status }) => status === 'READY');
    expect(waiting).toHaveLength(12);
    const ages = waiting.map(({ cardToken }) => Math.round(ageInDays(cardBy.get(cardToken)?.creationTime)));
    expect(ages.filter((age) => age > 45)).toEqual([46, 66]);
    for (const { kioskId, occurredAt, cardToken, status } of demo.productions) {
      const card = cardBy.get(cardToken);
      const order = orderBy.get(cardToken);
      expect([cardToken, card?.cardProgram.cardType, order?.deliveryOption]).toEqual([
        cardToken,
        'PHYSICAL',
        'KIOSK_COLLECTION',
      ]);
      expect(Date.parse(occurredAt)).toBeLessThan(now);
      expect(occurredAt >= (card?.creationTime.slice(0, 23) ?? '')).toBe(true);
      expect(kioskId === null).toBe(status === 'READY');
      const printed = ['COMPLETED', 'PRODUCED'].includes(order?.status ?? '');
      expect([cardToken, printed]).toEqual([cardToken, status === 'PRODUCED']);
    }
    const toHandOver = demo.cards.filter(
      ({ status, token }) => status === 'INACTIVE' && orderBy.get(token)?.status === 'PRODUCED',
    );
    expect(toHandOver).toHaveLength(3);
    expect(demo.productions.filter(({ status }) => status === 'PRODUCTION_ERROR')).toHaveLength(4);
  });

  it('has the cards that the browser tests know at branches', () => {
    const text = readFileSync(new URL('../../../e2e/support/demo-cards.ts', import.meta.url), 'utf8');
    const list = text.slice(text.indexOf('branchCards'));
    const told = [...list.matchAll(/profileId: '(\d+)', token: '([\da-f-]+)'/g)];
    expect(told.length).toBeGreaterThan(10);
    const known = kioskCards.map(({ profileId, token }) => `${profileId} ${token}`);
    for (const [, profileId, token] of told) expect(known).toContain(`${profileId} ${token}`);
  });

  it('is repeated for the browser tests token by token', () => {
    const repeated = readFileSync(new URL('../../../e2e/support/demo-cards.ts', import.meta.url), 'utf8');
    for (const [name, { profileId, token }] of Object.entries(demoCards))
      expect(repeated).toContain(`${name}: { profileId: '${profileId}', token: '${token}' }`);
  });
});

describe('scale seed', () => {
  it('spreads cards over profiles and last four digits', () => {
    const { cards, profiles } = plantSeed('scale', now, { profiles: 50, cards: 2_000 });
    const countOf = (id: number) => cards.filter((card) => card.profileId === id).length;
    expect(profiles).toHaveLength(50);
    expect(new Set(profiles.map(({ id }) => countOf(id)))).toEqual(new Set([40]));
    expect(new Set(cards.map((card) => card.lastFourDigits)).size).toBe(2_000);
  });
});
