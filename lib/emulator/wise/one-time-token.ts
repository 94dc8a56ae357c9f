import { passcodeBody } from '../../contracts/wise/one-time-token.ts';
import type { Emulator } from '../emulator.ts';
import { checkNotBlockedOrThrow, countFailure } from '../sca/factors.ts';
import {
  createOneTimeToken,
  oneTimeTokenOrThrow,
  openChallengeOrThrow,
  passChallenge,
  printStatus,
} from '../sca/one-time-tokens.ts';
import type { EmulatorContext } from './context.ts';
import { parseBody } from './parse.ts';
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import type { UserCaller } from './tokens.ts';

/** Wise: what the sandbox sends is always this. */
export const passcode = '111111';
const shownDigits = 4;

const obfuscate = (phoneNumber: string) =>
  '*'.repeat(Math.max(0, phoneNumber.length - shownDigits)) + phoneNumber.slice(-shownDigits);

export function registerOneTimeToken(router: WiseRouter, { world }: Emulator): void {
  const showStatus = (c: EmulatorContext, caller: UserCaller) =>
    c.json(printStatus(world, oneTimeTokenOrThrow(world, c, caller)));
  router.forUser('GET /v1/one-time-token/status', showStatus);
  router.forUser('GET /v1/identity/one-time-token/status', showStatus);

  const trigger = (type: string) => (c: EmulatorContext, caller: UserCaller) => {
    const row = oneTimeTokenOrThrow(world, c, caller);
    openChallengeOrThrow(row, type);
    // Emulator choice: of several numbers the first is called.
    const [phone] = world.phoneNumbers.slice(row.userId);
    if (!phone)
      throw validationRefusal(400, {
        code: 'phone.number.not.found',
        message: 'The user has no verified phone number',
      });
    world.oneTimeTokens.put({ ...row, triggered: [...new Set([...row.triggered, type])] });
    return c.json({ obfuscatedPhoneNo: obfuscate(phone.phoneNumber) });
  };

  const verify = (type: string) => async (c: EmulatorContext, caller: UserCaller) => {
    const { otpCode } = await parseBody(c, passcodeBody);
    const row = oneTimeTokenOrThrow(world, c, caller);
    checkNotBlockedOrThrow(world, row.userId);
    openChallengeOrThrow(row, type);
    if (!row.triggered.includes(type))
      throw validationRefusal(400, { code: 'otp.not.triggered', message: 'No passcode was sent this way' });
    if (otpCode !== passcode) {
      countFailure(world, row.userId);
      throw validationRefusal(400, {
        code: 'otp.code.invalid',
        message: 'The passcode is wrong',
        path: 'otpCode',
      });
    }
    return c.json(printStatus(world, passChallenge(world, row, type)));
  };

  router.forUser('POST /v1/one-time-token/sms/trigger', trigger('SMS'));
  router.forUser('POST /v1/one-time-token/sms/verify', verify('SMS'));
  router.forUser('POST /v1/one-time-token/whatsapp/trigger', trigger('WHATSAPP'));
  router.forUser('POST /v1/one-time-token/whatsapp/verify', verify('WHATSAPP'));
  router.forUser('POST /v1/one-time-token/voice/trigger', trigger('VOICE'));
  router.forUser('POST /v1/one-time-token/voice/verify', verify('VOICE'));

  // The session opens once the token is cleared, as it does with any other.
  router.forUser('POST /v2/profiles/{profileId}/sca-sessions/authorise', (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const purpose = { userId: caller.user.id, action: null, actionType: 'SCA_SESSION__AUTHORISE' };
    return c.json(printStatus(world, createOneTimeToken(world, purpose)));
  });
}
