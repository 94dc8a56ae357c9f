import { beforeEach, expect, it } from 'vitest';
import { codeOf } from '../sca/test-support.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const pathOf = (userId: number | string) => `/v1/application/users/${userId}/phone-numbers`;

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.clientToken();
});
const add = (phoneNumber: unknown, userId: number | string = businessUser) =>
  wise.ask('POST', pathOf(userId), { token, body: { phoneNumber } });

it('every user of the demo data has a number', () => {
  const { phoneNumbers, users } = wise.emulator.world;
  for (const { id, phoneNumber } of users.all())
    expect(phoneNumbers.slice(id)).toMatchObject([{ userId: id, phoneNumber, clientId: 'demo-client' }]);
});

it('a number is added, verified, and taken away', async () => {
  const { body, status } = await add('+6588888888');
  expect([status, body]).toEqual([
    200,
    {
      id: expect.any(Number),
      phoneNumber: '+6588888888',
      type: 'PRIMARY',
      verified: true,
      clientId: 'demo-client',
    },
  ]);
  const path = `${pathOf(businessUser)}/${Reflect.get(Object(body), 'id')}`;
  expect((await wise.ask('DELETE', path.replace('20000001', '20000101'), { token })).status).toBe(404);
  expect((await wise.ask('DELETE', path, { token })).status).toBe(204);
  expect((await wise.ask('DELETE', path, { token })).status).toBe(404);
  expect(wise.emulator.world.phoneNumbers.slice(businessUser)).toHaveLength(1);
});

it('a number somebody has answers 422 and says under which host', async () => {
  const reply = await add('+447700900001', 20_000_101);
  expect([reply.status, reply.body]).toEqual([
    422,
    {
      errors: [
        {
          code: 'phone.number.repeated',
          message: "It's linked to an account with the email ****@example.com",
        },
      ],
    },
  ]);
});

it('what is no number answers 400, what is no user 404, a user’s token 403', async () => {
  for (const wrong of ['6588888888', '+65 8888', '', 5]) expect((await add(wrong)).status).toBe(400);
  expect(codeOf(await add('+6588888888', 1))).toBe('user.not.found');
  token = await wise.userToken(businessUser);
  expect((await add('+6588888888')).status).toBe(403);
});
