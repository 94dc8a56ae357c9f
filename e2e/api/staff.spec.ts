import { approve, getApproval, listApprovals, refuse } from '../../lib/contracts/approvals.ts';
import { getSession, setPassword } from '../../lib/contracts/session.ts';
import {
  addStaff,
  endStaffSessions,
  issueTemporaryPassword,
  listStaff,
  updateStaff,
} from '../../lib/contracts/staff.ts';
import { expect, test } from '../fixtures.ts';
import { addPerson, newEmail } from '../support/people.ts';
import { readEvents } from '../support/read-events.ts';

test('a new person waits for a second administrator, and neither the first nor another role can decide', async ({
  as,
}) => {
  const admin = await as('admin');
  const email = newEmail();
  const { body } = await admin.call(addStaff, { body: { name: 'Ada Newcomer', email, role: 'compliance' } });
  expect(body.person).toBeNull();
  const params = { approvalId: body.approvalId ?? '' };
  expect((await admin.call(approve, { params, body: {} })).problem.code).toBe('second_person_required');
  expect((await (await as('operator')).call(approve, { params, body: {} })).problem.code).toBe('forbidden');
  expect((await admin.call(listStaff, {})).body.items.map((person) => person.email)).not.toContain(email);
  const admin2 = await as('admin2@example.com');
  const pending = (await admin2.call(listApprovals, { query: {} })).body.items;
  expect(pending.map(({ id }) => id)).toContain(params.approvalId);
  expect((await admin2.call(getApproval, { params })).body).toMatchObject({
    isOwn: false,
    lines: ['Adds a new person as Compliance.', 'Flags: none.', 'Branches: none.'],
  });
  expect((await admin2.call(approve, { params, body: {} })).body.approval.state).toBe('approved');
  expect((await admin2.call(approve, { params, body: {} })).problem.code).toBe('already_decided');
  expect((await admin.call(listStaff, {})).body.items.find((person) => person.email === email)).toMatchObject(
    {
      role: 'compliance',
      hasPassword: false,
    },
  );
});

test('a refused change is not made', async ({ as }) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const change = await admin.call(updateStaff, {
    params: { personId: person.id },
    body: { version: person.version, role: 'admin' },
  });
  await admin2.call(refuse, {
    params: { approvalId: change.body.approvalId ?? '' },
    body: { reason: 'not now' },
  });
  expect((await admin.call(listStaff, {})).body.items.find((item) => item.id === person.id)?.role).toBe(
    'operator',
  );
});

test('a change approved after somebody else’s is refused as a whole', async ({ as }) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const params = { personId: person.id };
  const change = await admin.call(updateStaff, {
    params,
    body: { version: person.version, role: 'auditor' },
  });
  const stale = await admin.call(updateStaff, {
    params,
    body: { version: person.version - 1, name: 'Other' },
  });
  expect(stale.problem.code).toBe('conflict');
  const second = await admin2.call(updateStaff, {
    params,
    body: { version: person.version, flags: ['reveal'] },
  });
  expect(second.problem.code).toBe('conflict');
  expect(
    (await admin2.call(approve, { params: { approvalId: change.body.approvalId ?? '' }, body: {} })).status,
  ).toBe(200);
});

test('the first password is shown once, must be replaced by an own one, and opens nothing before that', async ({
  as,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const issued = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const temporary = issued.body.temporaryPassword ?? '';
  expect(temporary).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  const newcomer = await as(person.email, {
    fresh: true,
    password: temporary,
  });
  expect((await newcomer.call(getSession, {})).body.mustSetPassword).toBe(true);
  expect((await newcomer.send('GET', '/api/cards')).problem.code).toBe('password_must_be_set');
  const wrong = await newcomer.call(setPassword, {
    body: { currentPassword: 'something else', newPassword: 'a new long password' },
  });
  expect(wrong.problem.code).toBe('wrong_password');
  await newcomer.call(setPassword, {
    body: { currentPassword: temporary, newPassword: 'a new long password' },
  });
  await expect.poll(async () => (await newcomer.send('GET', '/api/cards')).status).toBe(200);
  const replaced = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  expect(replaced.body).toMatchObject({ temporaryPassword: null, approvalId: expect.any(String) });
  const decided = await admin2.call(approve, {
    params: { approvalId: replaced.body.approvalId ?? '' },
    body: {},
  });
  expect(decided.body.temporaryPassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  expect((await newcomer.send('GET', '/api/session')).status).toBe(401);
});

test('an open session is no way to guess a password: five wrong ones lock it', async ({ as }) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const issued = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const temporary = issued.body.temporaryPassword ?? '';
  const newcomer = await as(person.email, { fresh: true, password: temporary });
  const set = (currentPassword: string) =>
    newcomer.call(setPassword, { body: { currentPassword, newPassword: 'a new long password' } });
  for (let i = 0; i < 5; i++) expect((await set('a guess')).problem.code).toBe('wrong_password');
  expect((await set(temporary)).problem.code).toBe('too_many_tries');
});

test('disabling ends every session at once, open streams too, and the person cannot sign in', async ({
  as,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const { body } = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const { email } = person;
  const signedIn = await as(email, { fresh: true, password: body.temporaryPassword ?? '' });
  const events = await readEvents(admin);
  events.close();
  const fresh = (await admin.call(listStaff, {})).body.items.find((item) => item.id === person.id);
  const disabled = await admin.call(updateStaff, {
    params: { personId: person.id },
    body: { version: fresh?.version ?? 0, disabled: true },
  });
  expect(disabled.body.person?.disabledAt).not.toBeNull();
  expect((await signedIn.send('GET', '/api/session')).status).toBe(401);
  await expect(as(email, { fresh: true, password: body.temporaryPassword ?? '' })).rejects.toThrow(
    'could not sign in',
  );
});

test('ending a person’s sessions signs them out everywhere', async ({ as }) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2);
  const { body } = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const { email } = person;
  const password = body.temporaryPassword ?? '';
  const [one, two] = [await as(email, { fresh: true, password }), await as(email, { fresh: true, password })];
  expect((await admin.call(endStaffSessions, { params: { personId: person.id }, body: {} })).body.ended).toBe(
    2,
  );
  expect((await one.send('GET', '/api/session')).status).toBe(401);
  expect((await two.send('GET', '/api/session')).status).toBe(401);
});

test('nobody changes their own rights, and an address is given once', async ({ as }) => {
  const admin = await as('admin');
  const self = (await admin.call(listStaff, {})).body.items.find(
    (person) => person.email === 'admin@example.com',
  );
  const own = await admin.call(updateStaff, {
    params: { personId: self?.id ?? '' },
    body: { version: self?.version ?? 0, flags: ['reveal'] },
  });
  expect(own.problem.code).toBe('second_person_required');
  const taken = await admin.call(addStaff, {
    body: { name: 'Twice', email: 'OPERATOR@example.com', role: 'operator' },
  });
  expect(taken.problem.fields).toEqual([
    { path: 'body.email', message: 'Somebody has this e-mail address already.' },
  ]);
  const branch = await admin.call(addStaff, {
    body: { name: 'B', email: newEmail(), role: 'branch_manager', branchIds: ['nowhere'] },
  });
  expect(branch.problem.fields?.[0]?.path).toBe('body.branchIds.0');
});

test('five wrong passwords lock an account for a while, and every failure looks the same', async ({
  as,
  stack,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const person = await addPerson(admin, admin2, 'auditor');
  const { body } = await admin.call(issueTemporaryPassword, { params: { personId: person.id }, body: {} });
  const { email } = person;
  for (let i = 0; i < 5; i++)
    await expect(as(email, { fresh: true, password: 'wrong' })).rejects.toThrow('could not sign in');
  await expect(as(email, { fresh: true, password: body.temporaryPassword ?? '' })).rejects.toThrow(
    'could not sign in',
  );
  expect(stack.readConsoleLog()).not.toContain(body.temporaryPassword ?? 'none');
});
