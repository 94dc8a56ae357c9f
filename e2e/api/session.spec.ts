import { permissionsOf, type Role, roles } from '../../lib/catalogues/console-permissions.ts';
import { getSession } from '../../lib/contracts/session.ts';
import { sessionReply } from '../../lib/contracts/session.schema.ts';
import { expect, test } from '../fixtures.ts';
import { accounts } from '../support/accounts.ts';
import { signInToConsole } from '../support/console-client.ts';

for (const role of roles)
  test(`GET session: ${role} is told who they are and what they may do`, async ({ as }) => {
    const { body, status } = await (await as(role)).call(getSession, {});
    expect(status).toBe(200);
    const session = sessionReply.parse(body);
    expect(session).toMatchObject({ role, environment: 'emulator', mustSetPassword: false });
    expect(session.person.email).toBe(accounts[role]);
    const flags = session.person.flags;
    expect(session.consolePermissions).toEqual(permissionsOf({ role: role satisfies Role, flags }));
  });

test('GET session: nobody signed in gets 401 with a code and a request id', async ({ anonymous }) => {
  const { headers, problem, status } = await anonymous.call(getSession, {});
  expect(status).toBe(401);
  expect(problem).toMatchObject({ status: 401, code: 'not_signed_in', certain: 'nothing' });
  expect(headers.get('x-request-id')).toBe(problem.requestId);
});

test('a session cookie that was tampered with is nobody’s', async ({ anonymous, as }) => {
  const operator = await as('operator');
  const [name, value] = [...operator.cookies].find(([name]) => name.endsWith('console-session')) ?? ['', ''];
  const flipped = value.slice(0, -2) + (value.endsWith('AA') ? 'BB' : 'AA');
  const reply = await anonymous.send('GET', '/api/session', { headers: { cookie: `${name}=${flipped}` } });
  expect(reply.status).toBe(401);
});

test('signing out ends the session on the server, not only in the browser', async ({
  anonymous,
  as,
  stack,
}) => {
  const leaving = await as('compliance', { fresh: true });
  const staying = await as('compliance');
  const csrf = await leaving.send('GET', '/api/auth/csrf');
  const cookie = [...leaving.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { csrfToken } = JSON.parse(csrf.text);
  const csrfCookie = csrf.headers.getSetCookie().map((line) => line.split(';')[0]);
  const left = await fetch(`${stack.consoleUrl}/api/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: [cookie, ...csrfCookie].join('; '),
      origin: stack.consoleUrl,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, json: 'true' }),
  });
  expect(left.status).toBe(200);
  const replayed = await anonymous.send('GET', '/api/session', { headers: { cookie } });
  expect(replayed.status).toBe(401);
  expect((await staying.call(getSession, {})).status).toBe(200);
});

test('a wrong password and an unknown person are refused alike', async ({ stack }) => {
  const wrong = signInToConsole(stack.consoleUrl, 'operator2@example.com', 'not-the-password');
  const unknown = signInToConsole(stack.consoleUrl, 'nobody@example.com', 'not-the-password');
  const [first, second] = await Promise.allSettled([wrong, unknown]);
  expect(first.status).toBe('rejected');
  expect(second.status).toBe('rejected');
  const said = (result: PromiseSettledResult<unknown>) =>
    result.status === 'rejected' ? String(result.reason).replace(/\S+@\S+/, '') : '';
  expect(said(first)).toBe(said(second));
});
