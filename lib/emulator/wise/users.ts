import { registrationRequest } from '../../contracts/wise/users.ts';
import type { Emulator } from '../emulator.ts';
import type { UserRecord } from '../entities.ts';
import { parseBody } from './parse.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const shortestRegistrationCode = 32;

function printUser(user: UserRecord) {
  const isKnown = user.firstName !== null && user.lastName !== null;
  return {
    id: user.id,
    name: isKnown ? `${user.firstName} ${user.lastName}` : null,
    email: user.email,
    active: true,
    details: isKnown
      ? {
          firstName: user.firstName,
          lastName: user.lastName,
          phoneNumber: user.phoneNumber ?? '',
          dateOfBirth: user.dateOfBirth ?? '',
          occupation: '',
          address: { countryCode: user.countryCode ?? '', state: '' },
        }
      : null,
  };
}

export function registerUsers(router: WiseRouter, { world }: Emulator): void {
  router.forUser('GET /v1/me', (c, { user }) => c.json(printUser(user)));

  router.forClient('POST /v1/user/signup/registration_code', async (c) => {
    const body = await parseBody(c, registrationRequest);
    if (!emailPattern.test(body.email))
      throw validationRefusal(422, {
        code: 'ERROR',
        message: 'Please enter a valid email address',
        path: 'email',
      });
    if (body.registrationCode.length < shortestRegistrationCode)
      throw validationRefusal(422, {
        code: 'Size',
        message: `size must be between ${shortestRegistrationCode} and 2147483647`,
        path: 'registrationCode',
      });
    if ([...world.users.values()].some((row) => row.email === body.email))
      throw validationRefusal(409, {
        code: 'NOT_UNIQUE',
        message: "You're already a member. Please login",
        path: 'email',
        arguments: ['email', body.email],
      });
    const id = world.nextUserId++;
    const user = world.users.put({
      id,
      email: body.email,
      firstName: null,
      lastName: null,
      phoneNumber: null,
      dateOfBirth: null,
      countryCode: null,
      registrationCode: body.registrationCode,
      refreshTokensIssued: 0,
      isPersonalTokenRevoked: false,
      tokensIssued: 0,
    });
    return c.json(printUser(user));
  });
}
