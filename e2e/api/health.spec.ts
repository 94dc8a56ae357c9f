import { expect, test } from '../fixtures.ts';
import { metricsToken } from '../support/stack.ts';

test('GET health/live and health/ready: anybody may ask, and the store is named', async ({ anonymous }) => {
  expect((await anonymous.send('GET', '/api/health/live')).status).toBe(200);
  const ready = await anonymous.send('GET', '/api/health/ready');
  expect(ready.status).toBe(200);
  const store = process.env.TEST_DATABASE_URL ? 'postgres' : 'pglite';
  expect(ready.body).toMatchObject({ status: 'ready', store, survivesPowerCut: store === 'postgres' });
});

test('GET metrics: answers only who brings the token', async ({ anonymous, as }) => {
  const admin = await as('admin');
  for (const client of [anonymous, admin]) {
    const refused = await client.send('GET', '/api/metrics');
    expect([401, 403, 404]).toContain(refused.status);
    expect(refused.text).not.toContain('process_resident_memory_bytes');
  }
  const given = await anonymous.send('GET', '/api/metrics', {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  expect(given.status).toBe(200);
  expect(given.text).toContain('process_resident_memory_bytes');
});
