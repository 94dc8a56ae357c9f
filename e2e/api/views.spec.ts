import { randomUUID } from 'node:crypto';
import { listAudit } from '../../lib/contracts/audit.ts';
import type { BodyOf } from '../../lib/contracts/define-endpoint.ts';
import { listStaff, updateStaff } from '../../lib/contracts/staff.ts';
import {
  changeView,
  deleteView,
  listViews,
  type SavedView,
  saveView,
  setDefaultView,
  takeOverView,
} from '../../lib/contracts/views.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import { type ConsoleClient, signInToConsole } from '../support/console-client.ts';
import { addPersonWhoCanSignIn } from '../support/people.ts';
import { readEvents } from '../support/read-events.ts';

const newName = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const frozen = 'status=FROZEN&sort=holder&columns=holder%2Ccard%2Cstatus';
const save = async (
  client: ConsoleClient,
  more: Partial<NonNullable<BodyOf<typeof saveView>>> = {},
): Promise<SavedView> =>
  (await client.call(saveView, { body: { list: 'cards', name: newName('View'), query: frozen, ...more } }))
    .body;
const list = async (client: ConsoleClient, name: SavedView['list'] = 'cards') =>
  (await client.call(listViews, { query: { list: name } })).body;
const idsOf = async (client: ConsoleClient, name?: SavedView['list']) =>
  (await list(client, name)).items.map(({ id }) => id);
const pathOf = ({ id }: SavedView) => ({ viewId: id });

test('POST and GET views: what was saved comes back as it was, for its own list alone', async ({ as }) => {
  const client = await as('operator');
  const name = newName('Frozen, by holder');
  const view = await save(client, { name: `  ${name} ` });
  expect(view).toMatchObject({
    list: 'cards',
    name,
    query: frozen,
    isShared: false,
    isTeamDefault: false,
    isOwn: true,
    ownerName: 'Leah Brandt',
    ownerHasLeft: false,
    version: 1,
  });
  expect((await list(client)).items).toContainEqual(view);
  expect(await idsOf(client, 'card-transactions')).not.toContain(view.id);
});

test('POST views: what is no view is refused and never repeated', async ({ as }) => {
  const client = await as('operator');
  const refused = async (more: Record<string, unknown>) => {
    const answer = await client.send('POST', '/api/views', {
      body: { list: 'cards', name: newName('View'), query: frozen, ...more },
    });
    expect(answer.status).toBe(400);
    return answer.problem.fields?.map(({ path }) => path).join(' ');
  };
  expect(await refused({ list: 'kiosks' })).toBe('body.list');
  expect(await refused({ name: ' ' })).toBe('body.name');
  expect(await refused({ name: 'x'.repeat(61) })).toBe('body.name');
  expect(await refused({ name: 'two\nlines' })).toBe('body.name');
  expect(await refused({ query: '//evil.example/?a=b' })).toBe('body.query');
  expect(await refused({ query: `query=${'x'.repeat(2000)}` })).toBe('body.query');
  expect(await refused({ isTeamDefault: true })).toBe('body.isTeamDefault');
  expect(await refused({ ownerId: 'somebody' })).toBe('body');
  const missing = await client.send('GET', '/api/views');
  expect(missing.problem.fields?.map(({ path }) => path)).toEqual(['query.list']);
});

test('a name is taken once among all that a person sees, whatever its case, and tells nothing of what others keep', async ({
  as,
}) => {
  const [one, two] = [await as('operator'), await as('operator2@example.com')];
  const mine = await save(one);
  const again = await one.send('POST', '/api/views', {
    body: { list: 'cards', name: mine.name.toUpperCase(), query: '' },
  });
  expect(again.problem.fields).toEqual([
    { path: 'body.name', message: 'You or your team have a view of this name.' },
  ]);
  expect((await save(two, { name: mine.name })).name).toBe(mine.name);
  expect((await save(one, { list: 'card-transactions', name: mine.name, query: '' })).name).toBe(mine.name);
  const other = await save(one);
  const renamed = await one.call(changeView, {
    params: pathOf(other),
    body: { version: other.version, name: mine.name },
  });
  expect(renamed.problem.code).toBe('validation_failed');
});

test('another person’s own view is not there, by no verb', async ({ as }) => {
  const view = await save(await as('operator'));
  for (const who of ['operator2@example.com', 'compliance', 'admin', 'auditor', 'branch_manager'] as const) {
    const client = await as(who);
    expect(await idsOf(client)).not.toContain(view.id);
    const answers = [
      await client.call(changeView, { params: pathOf(view), body: { version: 1, name: 'Mine now' } }),
      await client.call(deleteView, { params: pathOf(view), body: { version: 1 } }),
      await client.call(takeOverView, { params: pathOf(view), body: { version: 1 } }),
      await client.call(setDefaultView, { body: { list: 'cards', viewId: view.id } }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(Array(4).fill('not_found'));
  }
});

test('a shared view reaches the same role alone, whose open pages hear of it', async ({ as }) => {
  const [one, two, elsewhere] = [
    await as('operator'),
    await as('operator2@example.com'),
    await as('compliance'),
  ];
  const [near, far] = [await readEvents(two), await readEvents(elsewhere)];
  const view = await save(one, { isShared: true });
  const heard = await near.until(({ type }) => type === 'views.changed');
  near.close();
  expect(heard.event).toEqual({ type: 'views.changed', team: '["operator"]' });
  expect((await list(two)).items).toContainEqual({ ...view, isOwn: false });
  expect(await idsOf(elsewhere)).not.toContain(view.id);
  await elsewhere.call(saveView, {
    body: { list: 'cards', name: newName('Reviews'), query: 'hold=held', isShared: true },
  });
  const own = await far.until(({ type }) => type === 'views.changed');
  far.close();
  expect(own.event).toEqual({ type: 'views.changed', team: '["compliance"]' });
  const params = pathOf(view);
  const answers = [
    await two.call(changeView, { params, body: { version: 1, name: 'Mine now' } }),
    await two.call(deleteView, { params, body: { version: 1 } }),
    await two.call(takeOverView, { params, body: { version: 1 } }),
  ];
  expect(answers.map(({ problem }) => problem.code)).toEqual(Array(3).fill('forbidden'));
  await one.call(changeView, { params, body: { version: 1, isShared: false } });
  expect(await idsOf(two)).not.toContain(view.id);
});

test('the views of a list are for those who may read the list', async ({ as }) => {
  const client = await as('operator');
  const refused = [
    await client.call(listViews, { query: { list: 'audit' } }),
    await client.call(saveView, { body: { list: 'audit', name: newName('Trail'), query: '' } }),
    await client.call(setDefaultView, { body: { list: 'audit', viewId: null } }),
  ];
  expect(refused.map(({ problem }) => problem.code)).toEqual(Array(3).fill('forbidden'));
  const auditor = await as('auditor');
  const view = await save(auditor, { list: 'audit', query: 'outcome=failed' });
  expect(await idsOf(auditor, 'audit')).toContain(view.id);
});

test('PATCH and DELETE views: an older version conflicts and changes nothing; a deleted view is gone', async ({
  as,
}) => {
  const client = await as('operator');
  const view = await save(client);
  const params = pathOf(view);
  const name = newName('Renamed');
  const changed = await client.call(changeView, {
    params,
    body: { version: 1, name, query: 'type=VIRTUAL' },
  });
  expect(changed.body).toEqual({ ...view, name, query: 'type=VIRTUAL', version: 2 });
  const stale = [
    await client.call(changeView, { params, body: { version: 1, name: newName('Too late') } }),
    await client.call(deleteView, { params, body: { version: 1 } }),
  ];
  expect(stale.map(({ problem }) => problem.code)).toEqual(['conflict', 'conflict']);
  expect((await list(client)).items).toContainEqual(changed.body);
  expect((await client.call(deleteView, { params, body: { version: 2 } })).body).toEqual({ deleted: true });
  expect((await client.call(deleteView, { params, body: { version: 2 } })).problem.code).toBe('not_found');
  expect(await idsOf(client)).not.toContain(view.id);
  const malformed = await client.send('PATCH', `/api/views/${view.id}`, {
    body: { version: 'one', owner: 1 },
  });
  expect(malformed.problem.code).toBe('validation_failed');
  expect((await client.send('DELETE', '/api/views/no-id', { body: { version: 1 } })).status).toBe(404);
});

test('a default is each person’s own, then the team’s; only whose view it is makes it the team’s', async ({
  as,
}) => {
  const [one, two] = [await as('operator'), await as('operator2@example.com')];
  const team = await save(one, { list: 'card-transactions', query: '', isShared: true, isTeamDefault: true });
  const own = await save(two, { list: 'card-transactions', query: '', isDefault: true });
  expect((await list(one, 'card-transactions')).defaultViewId).toBe(team.id);
  expect((await list(two, 'card-transactions')).defaultViewId).toBe(own.id);
  expect((await list(two)).defaultViewId).toBeNull();
  const wanted = (viewId: string | null) =>
    two.call(setDefaultView, { body: { list: 'card-transactions', viewId } });
  expect((await wanted(null)).body.defaultViewId).toBeNull();
  expect((await wanted(team.id)).body.defaultViewId).toBe(team.id);
  const wrongList = await two.call(setDefaultView, { body: { list: 'cards', viewId: team.id } });
  expect(wrongList.problem.code).toBe('not_found');
  const notShared = await two.call(changeView, {
    params: pathOf(own),
    body: { version: 1, isTeamDefault: true },
  });
  expect(notShared.problem.fields?.map(({ path }) => path)).toEqual(['body.isTeamDefault']);
  const replaced = await two.call(changeView, {
    params: pathOf(own),
    body: { version: 1, isShared: true, isTeamDefault: true },
  });
  expect(replaced.body).toMatchObject({ isShared: true, isTeamDefault: true });
  const { items } = await list(one, 'card-transactions');
  expect(items.filter(({ isTeamDefault }) => isTeamDefault).map(({ id }) => id)).toEqual([own.id]);
});

test('a shared view outlives the person who shared it and is taken over by another', async ({
  as,
  stack,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPersonWhoCanSignIn(stack.consoleUrl, admin, admin2, 'auditor');
  const view = await save(await signInToConsole(stack.consoleUrl, person.email, demoPassword), {
    isShared: true,
  });
  const auditor = await as('auditor');
  const { items } = (await admin.call(listStaff, {})).body;
  const disabled = await admin.call(updateStaff, {
    params: { personId: person.id },
    body: { version: items.find(({ id }) => id === person.id)?.version ?? 0, disabled: true },
  });
  expect(disabled.status).toBe(200);
  const left = (await list(auditor)).items.find(({ id }) => id === view.id);
  expect(left).toMatchObject({ isOwn: false, ownerHasLeft: true });
  const params = pathOf(view);
  expect((await auditor.call(takeOverView, { params, body: { version: 7 } })).problem.code).toBe('conflict');
  const taken = await auditor.call(takeOverView, { params, body: { version: view.version } });
  expect(taken.body).toMatchObject({ isOwn: true, ownerHasLeft: false, version: view.version + 1 });
  expect((await auditor.call(takeOverView, { params, body: { version: 2 } })).problem.code).toBe('forbidden');
});

test('the audit trail says who shared and changed views, and neither it nor the log says what they hold', async ({
  as,
  stack,
}) => {
  const client = await as('operator');
  const auditor = await as('auditor');
  const name = newName('Okonkwo escalation');
  const view = await save(client, { name, query: 'query=Zebulon+Okonkwo', isShared: true });
  await client.call(changeView, { params: pathOf(view), body: { version: 1, query: 'query=Zebulon' } });
  await client.call(deleteView, { params: pathOf(view), body: { version: 2 } });
  const rowsOf = async (action: string) =>
    (await auditor.call(listAudit, { query: { action, limit: 5 } })).body.items.filter(
      ({ phase }) => phase === 'outcome',
    );
  const [saved] = await rowsOf('views.save');
  expect(saved).toMatchObject({
    outcome: 'succeeded',
    actorName: 'Leah Brandt',
    details: { list: 'cards', isShared: true, isTeamDefault: false, isDefault: false, viewId: view.id },
  });
  const [changed] = await rowsOf('views.change');
  expect(changed).toMatchObject({ targetType: 'view', targetId: view.id, details: { query: 'changed' } });
  expect((await rowsOf('views.delete'))[0]).toMatchObject({ targetId: view.id, outcome: 'succeeded' });
  const trail = await auditor.send('GET', '/api/audit?limit=50');
  expect(trail.text).not.toMatch(/Okonkwo|Zebulon/);
  expect(stack.readConsoleLog()).not.toMatch(/Okonkwo|Zebulon/);
});
