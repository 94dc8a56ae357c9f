import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../catalogues/console-permissions.ts';
import type { WiseCard } from '../../../contracts/cards.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { people } from '../../db/schema/staff.ts';
import { addConnectedProfile } from '../../db/test-support/add-profile.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import type { StoredEvent } from '../../events/event-hub.ts';
import { storeCards } from '../card-index.ts';
import { HeldCards } from './held-cards.ts';
import { releaseLift } from './lift-hold.ts';
import { isHoldOf } from './whose.ts';

const wiseCard = (status: string, second: number): WiseCard => ({
  token: 'held',
  profileId: '1',
  status: { value: status },
  cardHolderName: 'Chloé Marchetti',
  expiryDate: '2029-11-30T00:00:00Z',
  lastFourDigits: '4417',
  bankIdentificationNumber: '459661',
  phoneNumber: null,
  cardProgram: { name: 'P', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
  unlockSpendingPermissions: 'NONE',
  creationTime: '2026-01-01T00:00:00Z',
  modificationTime: `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`,
});

describe('holds', () => {
  let test: TestStore;
  let second = 0;
  const staff = new Map<string, string>();
  const idOf = (name: string) => staff.get(name) ?? '';
  const learn = (status: string) => storeCards(test.store.db, [wiseCard(status, ++second)], new Date());
  const hold = async (owner: string, name: string, more: Partial<typeof cardHolds.$inferInsert> = {}) => {
    const [row] = await test.store.db
      .insert(cardHolds)
      .values({
        cardToken: 'held',
        profileId: '1',
        owner,
        heldBy: idOf(name),
        reviewOn: '2999-01-01',
        refreezes: true,
        reasonSealed: 'x',
        ...more,
      })
      .returning();
    if (!row) throw new Error('Not held');
    return row;
  };
  const alerts = async () =>
    (await test.store.db.select().from(cardHoldAlerts).orderBy(cardHoldAlerts.turnedAt)).map(
      ({ cause, refreeze }) => `${cause} ${refreeze}`,
    );
  const whoseIs = async (id: string) => {
    const found: string[] = [];
    for (const [name, personId] of staff) {
      const [person] = await test.store.db.select().from(people).where(eq(people.id, personId));
      const rows = await test.store.db
        .select({ id: cardHolds.id })
        .from(cardHolds)
        .where(isHoldOf({ role: (person?.role ?? '') as Role, personId }));
      if (rows.some((row) => row.id === id)) found.push(name);
    }
    return found.join(' ');
  };

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    await addConnectedProfile(db, { type: 'BUSINESS', name: 'Kestrel Ltd' });
    const named = [
      ['leah', 'operator'],
      ['tom', 'operator'],
      ['ines', 'compliance'],
      ['noor', 'compliance'],
      ['ada', 'admin'],
    ] as const;
    for (const [name, role] of named) {
      const [row] = await db
        .insert(people)
        .values({ name, email: `${name}@example.com`, role })
        .returning();
      staff.set(name, row?.id ?? '');
    }
  });
  beforeEach(async () => {
    await test.store.db.delete(cardHolds);
    await test.store.db.update(people).set({ disabledAt: null });
  });
  afterAll(() => test.drop());

  it('compliance’s is every reviewer’s; an operator’s is the operator’s own until its review', async () => {
    expect(await whoseIs((await hold('compliance', 'ines', { reviewOn: '2020-01-01' })).id)).toBe(
      'ines noor',
    );
    const { id } = await hold('operations', 'leah');
    expect(await whoseIs(id)).toBe('leah');
    await test.store.db
      .update(cardHolds)
      .set({ reviewOn: sql`(now() at time zone 'utc')::date` })
      .where(eq(cardHolds.id, id));
    expect(await whoseIs(id)).toBe('leah tom');
  });

  it('an operator’s is any operator’s once who held it is disabled or has another role', async () => {
    const { id } = await hold('operations', 'leah');
    const { db } = test.store;
    const isLeah = eq(people.id, idOf('leah'));
    await db.update(people).set({ disabledAt: new Date() }).where(isLeah);
    expect(await whoseIs(id)).toBe('leah tom');
    await db.update(people).set({ disabledAt: null, role: 'auditor' }).where(isLeah);
    expect(await whoseIs(id)).toBe('tom');
    await db.update(people).set({ role: 'operator' }).where(isLeah);
    expect(await whoseIs(id)).toBe('leah');
  });

  it('the store takes one standing hold of compliance and one of each operator per card', async () => {
    await hold('compliance', 'ines');
    await hold('operations', 'leah');
    await hold('operations', 'tom');
    await expect(hold('compliance', 'noor')).rejects.toThrow();
    await expect(hold('operations', 'leah')).rejects.toThrow();
    await test.store.db.update(cardHolds).set({ liftedAt: new Date() });
    await hold('compliance', 'noor');
    await hold('operations', 'leah');
  });

  it('a card that comes under a hold elsewhere is known as soon as its event is heard', async () => {
    let hear: (event: StoredEvent) => void = () => undefined;
    const held = new HeldCards(test.store.db, {
      subscribe: (subscriber) => {
        hear = subscriber;
        return () => true;
      },
    });
    expect(await held.mayBeHeld('held')).toBe(false);
    await hold('compliance', 'ines');
    hear({ id: 1, event: { type: 'card.changed', profileId: '1', cardToken: 'held' } });
    expect(await held.mayBeHeld('held')).toBe(true);
    expect(await held.mayBeHeld('another')).toBe(false);
    const later = new HeldCards(test.store.db, { subscribe: () => () => true });
    expect(await later.mayBeHeld('held')).toBe(true);
  });

  it('each turn to active raises one alert per standing hold, and asks for a freeze where the hold says so', async () => {
    await learn('FROZEN');
    await hold('compliance', 'ines');
    await hold('operations', 'leah', { refreezes: false });
    await hold('operations', 'tom', { liftedAt: new Date() });
    await learn('ACTIVE');
    await storeCards(test.store.db, [wiseCard('ACTIVE', second)], new Date());
    await learn('ACTIVE');
    expect((await alerts()).sort()).toEqual(['turned-active due', 'turned-active none']);
    await learn('FROZEN');
    await learn('ACTIVE');
    expect(await alerts()).toHaveLength(4);
  });

  it('an older reading raises none, nor does a card unfrozen while its hold is being lifted', async () => {
    await learn('FROZEN');
    const { id } = await hold('compliance', 'ines', { liftingSince: new Date() });
    await storeCards(test.store.db, [wiseCard('ACTIVE', 0)], new Date());
    await learn('ACTIVE');
    expect(await alerts()).toEqual([]);
    await learn('FROZEN');
    await releaseLift(test.store.db, id);
    await learn('ACTIVE');
    expect(await alerts()).toEqual(['turned-active due']);
  });
});
