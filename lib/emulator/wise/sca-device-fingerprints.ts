import { deviceFingerprintBody } from '../../contracts/wise/one-time-token.ts';
import type { Emulator } from '../emulator.ts';
import {
  changeFactors,
  checkNotBlockedOrThrow,
  countFailure,
  digestFactor,
  factorsOf,
} from '../sca/factors.ts';
import { answerJose, parseJose } from '../sca/jose.ts';
import {
  oneTimeTokenOrThrow,
  openChallengeOrThrow,
  passChallenge,
  printOneTimeToken,
} from '../sca/one-time-tokens.ts';
import { parseUuidParam } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

/** Wise: three by default. */
const mostDevices = 3;

const notFound = () =>
  validationRefusal(404, { code: 'device.fingerprint.not.found', message: 'No such device fingerprint' });

export function registerScaDeviceFingerprints(router: WiseRouter, { joseKey, world }: Emulator): void {
  router.forUser('POST /v2/profiles/{profileId}/device-fingerprints', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const userId = caller.user.id;
    const { body, contentKey } = await parseJose(c, joseKey, deviceFingerprintBody);
    const digest = digestFactor(userId, body.deviceFingerprint);
    const { devices } = factorsOf(world, userId);
    if (devices.some((device) => device.digest === digest))
      throw validationRefusal(409, {
        code: 'device.fingerprint.exists',
        message: 'The device fingerprint has already been created',
      });
    if (devices.length >= mostDevices)
      throw validationRefusal(400, {
        code: 'device.fingerprint.max.reached',
        message: 'Maximum number of device fingerprints reached',
      });
    const device = { id: world.random.ids.uuid(), digest, createdAt: world.clock.nextInstant() };
    changeFactors(world, userId, { devices: [...devices, device] });
    return answerJose(c, contentKey, { deviceFingerprintId: device.id, createdAt: device.createdAt });
  });

  router.forUser('DELETE /v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}', (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const id = parseUuidParam(c, 'deviceFingerprintId');
    const { devices } = factorsOf(world, caller.user.id);
    const others = devices.filter((device) => device.id !== id);
    if (others.length === devices.length) throw notFound();
    changeFactors(world, caller.user.id, { devices: others });
    return c.body(null, 204);
  });

  router.forUser('POST /v2/profiles/{profileId}/device-fingerprints/verify', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const userId = caller.user.id;
    const { body, contentKey } = await parseJose(c, joseKey, deviceFingerprintBody);
    const row = oneTimeTokenOrThrow(world, c, caller);
    checkNotBlockedOrThrow(world, userId);
    openChallengeOrThrow(row, 'PARTNER_DEVICE_FINGERPRINT');
    const { devices } = factorsOf(world, userId);
    // Emulator choice: 404 while the user has no device at all, 400 for one that is none of theirs.
    if (devices.length === 0) throw notFound();
    const digest = digestFactor(userId, body.deviceFingerprint);
    if (!devices.some((device) => device.digest === digest)) {
      countFailure(world, userId);
      throw validationRefusal(400, {
        code: 'device.fingerprint.invalid',
        message: 'The device fingerprint is wrong',
        path: 'deviceFingerprint',
      });
    }
    const passed = passChallenge(world, row, 'PARTNER_DEVICE_FINGERPRINT');
    return answerJose(c, contentKey, printOneTimeToken(world, passed));
  });
}
