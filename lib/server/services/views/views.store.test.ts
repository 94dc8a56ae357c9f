import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mostSavedViews } from '../../../catalogues/saved-views.ts';
import { findPerson } from '../../auth/find-person.ts';
import type { Operator } from '../../auth/operator.ts';
import { branches, people, personBranches } from '../../db/schema/staff.ts';
import { savedViewDefaults, savedViews } from '../../db/schema/views.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import { changeView, deleteView, saveView, takeOverView } from './change.ts';
import { setDefaultView } from './default.ts';
import { listSavedViews } from './read.ts';

const vault = createVault([{ id: 'k', bytes: randomBytes(32) }]);
const staff = {
  leah: { role: 'operator', branchIds: [] },
  tom: { role: 'operator', branchIds: [] },
  ines: { role: 'compliance', branchIds: [] },
  grace: { role: 'branch_manager', branchIds: ['leeds', 'london'] },
  amir: { role: 'branch_manager', branchIds: ['london', 'leeds'] },
  owen: { role: 'branch_manager', branchIds: ['leeds'] },
} as const;
type Name = keyof typeof staff;

describe('saved views', () => {
  let test: TestStore;
  const ids = new Map<string, string>();
  const parts = () => ({ store: test.store, vault });
  const as = async (name: Name): Promise<Operator> => {
    const person = await findPerson(test.store.db, ids.get(name) ?? '');
    if (!person) throw new Error(`${name} may not sign in`);
    return person;
  };
  const save = async (
    name: Name,
    more: { name?: string; isShared?: boolean; isTeamDefault?: boolean } = {},
  ) =>
    saveView(parts(), await as(name), {
      list: 'cards',
      name: 'Frozen',
      query: 'query=Okafor&status=FROZEN',
      isShared: false,
      isTeamDefault: false,
      isDefault: false,
      ...more,
    });
  const list = async (name: Name) => listSavedViews(test.store.db, vault, await as(name), 'cards');
  const whoSees = async (id: string) => {
    const seen: Name[] = [];
    for (const name of Object.keys(staff) as Name[])
      if ((await list(name)).items.some((view) => view.id === id)) seen.push(name);
    return seen.join(' ');
  };
  const setPerson = (name: Name, change: Partial<typeof people.$inferInsert>) =>
    test.store.db
      .update(people)
      .set(change)
      .where(eq(people.id, ids.get(name) ?? ''));

  beforeAll(async () => {
    test = await openTestStore();
    const { db } = test.store;
    await db.insert(branches).values([
      { id: 'leeds', name: 'Leeds' },
      { id: 'london', name: 'London' },
    ]);
    for (const [name, { branchIds, role }] of Object.entries(staff)) {
      const [person] = await db
        .insert(people)
        .values({ name, email: `${name}@example.com`, role })
        .returning();
      ids.set(name, person?.id ?? '');
      for (const branchId of branchIds)
        await db.insert(personBranches).values({ personId: person?.id ?? '', branchId });
    }
  });
  beforeEach(async () => {
    await test.store.db.delete(savedViews);
    await test.store.db.delete(savedViewDefaults);
    for (const [name, { role }] of Object.entries(staff))
      await setPerson(name as Name, { role, disabledAt: null });
  });
  afterAll(() => test.drop());

  it('are seen by whom they belong to; shared, by the same role, and of branch managers by those of the same branches', async () => {
    const { id, version } = await save('leah');
    expect(await whoSees(id)).toBe('leah');
    await changeView(parts(), await as('leah'), id, { version, isShared: true });
    expect(await whoSees(id)).toBe('leah tom');
    expect(await whoSees((await save('grace', { isShared: true })).id)).toBe('grace amir');
    expect(await whoSees((await save('ines', { isShared: true })).id)).toBe('ines');
  });

  it('tell nothing in the store of the name or of what is searched for', async () => {
    await save('leah', { name: 'Chidi’s cards' });
    const text = JSON.stringify(await test.store.db.select().from(savedViews));
    expect(text).not.toMatch(/Chidi|Okafor|FROZEN/);
  });

  it('are left behind by whoever changes the role, and found again with it', async () => {
    const own = await save('leah');
    const shared = await save('leah', { name: 'For all', isShared: true });
    await setPerson('leah', { role: 'compliance' });
    expect((await list('leah')).items).toEqual([]);
    expect((await list('tom')).items).toMatchObject([{ id: shared.id, ownerHasLeft: true }]);
    await setPerson('leah', { role: 'operator' });
    expect((await list('leah')).items.map(({ id }) => id)).toEqual([own.id, shared.id]);
  });

  it('whose owner was disabled are taken over or deleted by anybody of the team, and by nobody before', async () => {
    const one = await save('leah', { name: 'One', isShared: true });
    const two = await save('leah', { name: 'Two', isShared: true });
    const tom = await as('tom');
    await expect(takeOverView(parts(), tom, one.id, one.version)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(deleteView(parts(), tom, two.id, two.version)).rejects.toMatchObject({ code: 'forbidden' });
    await setPerson('leah', { disabledAt: new Date() });
    await expect(takeOverView(parts(), await as('ines'), one.id, one.version)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await takeOverView(parts(), tom, one.id, one.version)).toMatchObject({
      isOwn: true,
      ownerName: 'tom',
      ownerHasLeft: false,
    });
    await deleteView(parts(), tom, two.id, two.version);
    expect((await list('tom')).items.map(({ name }) => name)).toEqual(['One']);
  });

  it('have one default per team; a choice of one’s own stands above it, and everything is a choice too', async () => {
    const [leah, tom] = [await as('leah'), await as('tom')];
    const first = await save('leah', { name: 'First', isShared: true, isTeamDefault: true });
    expect((await list('tom')).defaultViewId).toBe(first.id);
    const second = await save('tom', { name: 'Second', isShared: true, isTeamDefault: true });
    expect((await list('leah')).items.map(({ isTeamDefault }) => isTeamDefault)).toEqual([false, true]);
    await setDefaultView(parts(), leah, 'cards', first.id);
    expect((await list('leah')).defaultViewId).toBe(first.id);
    expect((await list('tom')).items[0]?.openedByOthers).toBe(1);
    await setDefaultView(parts(), leah, 'cards', null);
    expect((await list('leah')).defaultViewId).toBeNull();
    expect((await list('tom')).defaultViewId).toBe(second.id);
    await changeView(parts(), tom, second.id, { version: second.version, isShared: false });
    expect((await list('tom')).items.map(({ isTeamDefault }) => isTeamDefault)).toEqual([false, false]);
  });

  it('reach who had nothing to choose against when the team gets a default later', async () => {
    await setDefaultView(parts(), await as('tom'), 'cards', null);
    const { id } = await save('leah', { isShared: true, isTeamDefault: true });
    expect((await list('tom')).defaultViewId).toBe(id);
  });

  it('open nothing for others once they are private or gone', async () => {
    const view = await save('leah', { isShared: true });
    await setDefaultView(parts(), await as('tom'), 'cards', view.id);
    const changed = await changeView(parts(), await as('leah'), view.id, {
      version: view.version,
      isShared: false,
    });
    expect((await list('tom')).defaultViewId).toBeNull();
    await setDefaultView(parts(), await as('leah'), 'cards', view.id);
    await deleteView(parts(), await as('leah'), view.id, changed.version);
    expect((await list('leah')).defaultViewId).toBeNull();
  });

  it('saved at once under one name are one, and no more than the limit', async () => {
    const tries = await Promise.allSettled([save('leah'), save('leah', { name: 'FROZEN' }), save('leah')]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (let count = 1; count < mostSavedViews; count += 1) await save('leah', { name: `View ${count}` });
    await expect(save('leah', { name: 'One more' })).rejects.toMatchObject({ code: 'too_many_views' });
    await expect(save('tom', { name: 'One more' })).resolves.toMatchObject({ name: 'One more' });
  });

  it('of one version are changed by one of two', async () => {
    const { id, version } = await save('leah');
    const leah = await as('leah');
    const tries = await Promise.allSettled([
      changeView(parts(), leah, id, { version, name: 'A' }),
      changeView(parts(), leah, id, { version, name: 'B' }),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });
});
