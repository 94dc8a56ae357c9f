import { phoneNumberBody } from '../../contracts/wise/one-time-token.ts';
import type { Emulator } from '../emulator.ts';
import type { UserRecord } from '../entities.ts';
import type { PhoneNumberRecord } from '../sca/records.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody } from './parse.ts';
import { Refusal, validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

/** Wise: only primary numbers exist, and one that a client adds counts as verified. */
const printPhoneNumber = ({ clientId, id, phoneNumber }: PhoneNumberRecord) => ({
  id,
  phoneNumber,
  type: 'PRIMARY',
  verified: true,
  clientId,
});

/** Wise: these errors have neither path nor arguments. */
const repeatedRefusal = (owner: UserRecord | undefined) =>
  new Refusal(422, {
    errors: [
      {
        code: 'phone.number.repeated',
        message: `It's linked to an account with the email ****@${owner?.email.split('@')[1] ?? ''}`,
      },
    ],
  });

function userOrThrow(world: World, c: EmulatorContext): UserRecord {
  const user = world.users.get(c.req.param('userId') ?? '');
  if (user) return user;
  throw validationRefusal(404, { code: 'user.not.found', message: 'User not found', path: 'userId' });
}

export function registerPhoneNumbers(router: WiseRouter, { world }: Emulator): void {
  const { phoneNumbers } = world;

  router.forClient('POST /v1/application/users/{userId}/phone-numbers', async (c, { clientId }) => {
    const { id: userId } = userOrThrow(world, c);
    const { phoneNumber } = await parseBody(c, phoneNumberBody);
    const same = phoneNumbers.all().find((row) => row.phoneNumber === phoneNumber);
    if (same) throw repeatedRefusal(world.users.get(same.userId));
    const id = world.nextPhoneNumberId++;
    return c.json(printPhoneNumber(phoneNumbers.put({ id, userId, phoneNumber, clientId })));
  });

  router.forClient('DELETE /v1/application/users/{userId}/phone-numbers/{phoneNumberId}', (c) => {
    const { id: userId } = userOrThrow(world, c);
    const row = phoneNumbers.get(c.req.param('phoneNumberId') ?? '');
    if (row?.userId !== userId)
      throw validationRefusal(404, {
        code: 'phone.number.not.found',
        message: 'Phone number not found',
        path: 'phoneNumberId',
      });
    phoneNumbers.delete(String(row.id));
    return c.body(null, 204);
  });
}
