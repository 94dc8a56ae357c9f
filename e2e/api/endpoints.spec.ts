import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, reachOf, roles } from '../../lib/catalogues/console-permissions.ts';
import { allEndpoints } from '../../lib/contracts/all-endpoints.schema.ts';
import { getSpendingPermissions } from '../../lib/contracts/spending-permissions.ts';
import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
const someProfile = '999999999';
const flagsOf: Record<Role, ('reveal' | 'approve')[]> = {
  operator: ['reveal'],
  compliance: [],
  branch_manager: [],
  admin: [],
  auditor: [],
};
const guarded = allEndpoints
  .map(({ endpoint }) => endpoint)
  .filter(({ consolePermission }) => consolePermission !== 'public');
const pathOf = (path: string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'profileId' ? someProfile : unknownId));

function routesOnDisk(folder = 'app/api'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return routesOnDisk(path);
    if (entry.name !== 'route.ts') return [];
    const url = `/${folder.replace(/^app\//, '').replace(/\[(\w+)\]/g, '{$1}')}`;
    const source = readFileSync(path, 'utf8');
    return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = (?:\w+\(\s*)?route\(/g)].map(
      (match) => `${match[1]} ${url}`,
    );
  });
}

test('every route is a declared endpoint, and every declared endpoint has its route', () => {
  const declared = allEndpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`).sort();
  expect(routesOnDisk().sort()).toEqual(declared);
});

test('every endpoint answers 401 to nobody, and nothing reaches Wise', async ({ anonymous, emulator }) => {
  const since = await emulator.now();
  for (const { method, path } of guarded) {
    const answer = await anonymous.send(method, pathOf(path), { body: method === 'GET' ? undefined : {} });
    expect(`${method} ${path} ${answer.status} ${answer.problem.code}`).toBe(
      `${method} ${path} 401 not_signed_in`,
    );
  }
  expect((await emulator.requests(since)).filter((request) => request.path.includes(someProfile))).toEqual(
    [],
  );
});

/** Let through = answered, or refused only for the nonsense that was sent. */
function describe(status: number, code: string): string {
  if (status === 403 && code === 'forbidden') return 'refused';
  return [200, 303, 400, 404].includes(status) ? 'let through' : `${status} ${code}`;
}

for (const role of roles) {
  test(`every endpoint lets ${role} do what the table says and nothing else`, async ({ as, emulator }) => {
    const client = await as(role);
    const since = await emulator.now();
    const holder = { role, flags: flagsOf[role] };
    for (const { method, path, consolePermission } of guarded) {
      if (path === '/api/events' || consolePermission === 'public' || consolePermission === 'command')
        continue;
      const may = consolePermission === 'signed-in' || reachOf(holder, consolePermission) !== false;
      const answer = await client.send(method, pathOf(path), {
        body: method === 'GET' ? undefined : { nonsense: true },
      });
      const what = describe(answer.status, answer.status === 403 ? answer.problem.code : '');
      expect(`${method} ${path} ${what}`).toBe(`${method} ${path} ${may ? 'let through' : 'refused'}`);
    }
    expect((await emulator.requests(since)).filter((request) => request.path.includes(someProfile))).toEqual(
      [],
    );
  });
}

test('every write refuses a foreign origin, no origin, and anything but JSON', async ({ as, stack }) => {
  const client = await as('operator');
  for (const { method, path } of guarded.filter((endpoint) => endpoint.method !== 'GET')) {
    for (const origin of ['https://evil.example', null, `${stack.consoleUrl}.evil.example`]) {
      const answer = await client.send(method, pathOf(path), { body: {}, origin });
      expect(`${method} ${path} ${answer.status} ${answer.problem.code}`).toBe(
        `${method} ${path} 403 cross_origin`,
      );
    }
  }
  const asForm = await client.send('PUT', pathOf('/api/profiles/{profileId}/cards/{cardToken}/status'), {
    body: 'status=FROZEN',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(asForm.status).toBe(415);
});

test('an address that nothing serves answers 404 with a problem', async ({ as }) => {
  const client = await as('operator');
  expect((await client.send('GET', '/api/nothing-here')).problem.code).toBe('not_found');
  expect((await client.send('POST', '/api/nothing-here', { body: {} })).problem.code).toBe('not_found');
});

test('a body over the limit answers 413 and is not read on', async ({ as }) => {
  const client = await as('admin');
  const answer = await client.send('POST', '/api/staff', { body: { name: 'x'.repeat(300_000) } });
  expect(answer.problem.code).toBe('body_too_large');
});

test('broken JSON and wrong types name the field and never repeat the value', async ({ as }) => {
  const admin = await as('admin');
  expect((await admin.send('POST', '/api/staff', { body: '{"name":' })).problem.fields).toEqual([
    { path: 'body', message: 'This is not JSON.' },
  ]);
  const wrong = await admin.send('POST', '/api/staff', {
    body: { name: 5, email: 'secret-value', role: 'king' },
  });
  expect(wrong.status).toBe(400);
  expect(wrong.problem.fields?.map((field) => field.path)).toEqual(['body.name', 'body.email', 'body.role']);
  expect(wrong.text).not.toContain('secret-value');
});

test('every answer carries a request id, is never cached and is for this origin alone', async ({ as }) => {
  const client = await as('operator');
  for (const path of ['/api/session', '/api/cards', '/api/audit', '/api/no-such-thing']) {
    const answer = await client.send('GET', path);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  }
});

test('the id of a request goes with what is asked of Wise for it', async ({ as, emulator }) => {
  const client = await as('operator');
  const since = await emulator.now();
  const { profileId, token } = demoCards.active;
  const answer = await client.call(getSpendingPermissions, { params: { profileId, cardToken: token } });
  const asked = (await emulator.requests(since)).filter(({ path }) => path.includes(token));
  expect(asked.map(({ correlationId }) => correlationId)).toContain(answer.headers.get('x-request-id'));
});
