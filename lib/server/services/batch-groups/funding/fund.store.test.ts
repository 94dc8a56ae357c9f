import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { AppError } from '../../../http/app-error.ts';
import { WiseError } from '../../../wise/errors.ts';
import { insertGroup, insertMaker } from '../test-support/test-groups.ts';
import { noteFailure } from './fund.ts';
import { beginFunding, findLatestFunding } from './funding-row.ts';

let opened: TestStore;
let personId: string;

beforeAll(async () => {
  opened = await openTestStore();
  personId = await insertMaker(opened.store.db);
});
afterAll(() => opened.drop());

test.each([
  ['Wise refused it', new WiseError({ kind: 'refused', status: 422, codes: [] }), 'refused'],
  ['the connection was withdrawn before', new AppError('wise_not_connected'), 'refused'],
  ['nobody knows what Wise did', new WiseError({ kind: 'unknown', codes: [] }), 'unknown'],
  [
    'Wise did it and said so illegibly',
    new WiseError({ kind: 'not-understood', codes: [], applied: true }),
    'unknown',
  ],
  ['the store went away afterwards', new Error(randomUUID()), 'unknown'],
])('where %s, the funding is as certain as that', async (_, thrown, state) => {
  const { db } = opened.store;
  const { id: groupId } = await insertGroup(db, personId, {});
  const funding = await db.transaction((tx) =>
    beginFunding(tx, { groupId, way: 'BALANCE', state: 'started', personId }),
  );
  await noteFailure(opened, funding, thrown);
  expect(await findLatestFunding(db, groupId)).toMatchObject({ id: funding.id, state });
});
