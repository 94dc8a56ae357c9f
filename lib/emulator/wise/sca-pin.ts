import { pinBody } from '../../contracts/wise/one-time-token.ts';
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
import { profileOfCallerOrThrow } from './profiles.ts';
import { validationRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const notSetUp = () => validationRefusal(404, { code: 'pin.not.found', message: 'No PIN was set up' });

export function registerScaPin(router: WiseRouter, { joseKey, world }: Emulator): void {
  router.forUser('POST /v2/profiles/{profileId}/pin', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { id } = caller.user;
    const { body } = await parseJose(c, joseKey, pinBody);
    if (factorsOf(world, id).pinDigest !== null)
      throw validationRefusal(409, { code: 'pin.exists', message: 'A PIN has already been created' });
    changeFactors(world, id, { pinDigest: digestFactor(id, body.pin) });
    return c.body(null, 200);
  });

  router.forUser('DELETE /v2/profiles/{profileId}/pin', (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    if (factorsOf(world, caller.user.id).pinDigest === null) throw notSetUp();
    changeFactors(world, caller.user.id, { pinDigest: null });
    return c.body(null, 204);
  });

  router.forUser('POST /v2/profiles/{profileId}/pin/verify', async (c, caller) => {
    profileOfCallerOrThrow(world, c, caller);
    const { id } = caller.user;
    const { body, contentKey } = await parseJose(c, joseKey, pinBody);
    const row = oneTimeTokenOrThrow(world, c, caller);
    checkNotBlockedOrThrow(world, id);
    openChallengeOrThrow(row, 'PIN');
    const { pinDigest } = factorsOf(world, id);
    if (pinDigest === null) throw notSetUp();
    if (pinDigest !== digestFactor(id, body.pin)) {
      countFailure(world, id);
      throw validationRefusal(400, { code: 'pin.invalid', message: 'The PIN is wrong', path: 'pin' });
    }
    return answerJose(c, contentKey, printOneTimeToken(world, passChallenge(world, row, 'PIN')));
  });
}
