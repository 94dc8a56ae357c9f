import type { EmulatorContext } from '../wise/context.ts';
import { isUuid } from '../wise/parse.ts';
import { validationRefusal } from '../wise/refusal.ts';
import type { UserCaller } from '../wise/tokens.ts';
import type { World } from '../world.ts';
import { changeFactors, checkNotBlockedOrThrow, openSession } from './factors.ts';
import type { ChallengeRecord, OneTimeTokenRecord } from './records.ts';

/** Wise: a token is good for an hour. */
const validityMs = 60 * 60 * 1000;
const header = 'One-Time-Token';

const isCleared = (row: OneTimeTokenRecord) => row.challenges.every(({ isPassed }) => isPassed);

export const isLiveToken = (world: World, row: OneTimeTokenRecord) =>
  !row.isSpent && row.expiresAtMs > world.clock.now();
const isLive = (world: World, row: OneTimeTokenRecord, userId: number) =>
  row.userId === userId && isLiveToken(world, row);

/** Emulator choice: a passcode may come by SMS, WhatsApp or a call; every other challenge has no alternative. */
const makeChallenge = (type: string): ChallengeRecord => ({
  type,
  alternatives: type === 'SMS' ? ['WHATSAPP', 'VOICE'] : [],
  isPassed: false,
});

/** @throws {Refusal} 400 while the user is blocked */
export function createOneTimeToken(
  world: World,
  purpose: Pick<OneTimeTokenRecord, 'userId' | 'action' | 'actionType'>,
): OneTimeTokenRecord {
  checkNotBlockedOrThrow(world, purpose.userId);
  const createdAtMs = world.clock.now();
  return world.oneTimeTokens.put({
    ...purpose,
    token: world.random.ids.uuid(),
    challenges: world.settings.scaChallenges.map(makeChallenge),
    triggered: [],
    createdAtMs,
    expiresAtMs: createdAtMs + validityMs,
    isSpent: false,
  });
}

/** Looks and spends without a pause between, so that of two repeats at once a single one goes through. */
export function spendOneTimeToken(world: World, token: string, userId: number, action: string): boolean {
  const row = world.oneTimeTokens.get(token.toLowerCase());
  if (!row || !isLive(world, row, userId) || row.action !== action || !isCleared(row)) return false;
  world.oneTimeTokens.put({ ...row, isSpent: true });
  return true;
}

/** Emulator choice: a token that is missing, unknown, another user's, expired or spent answers the same 400. */
export function oneTimeTokenOrThrow(
  world: World,
  c: EmulatorContext,
  caller: UserCaller,
): OneTimeTokenRecord {
  const token = c.req.header(header) ?? '';
  const row = isUuid(token) ? world.oneTimeTokens.get(token.toLowerCase()) : undefined;
  if (row && isLive(world, row, caller.user.id)) return row;
  throw validationRefusal(400, {
    code: 'one.time.token.invalid',
    message: 'The one-time token is not valid',
    path: header,
  });
}

/** The challenge of this type, else the one it is an alternative of. @throws {Refusal} 400 where none is left */
export function openChallengeOrThrow(row: OneTimeTokenRecord, type: string): ChallengeRecord {
  const open = row.challenges.filter(({ isPassed }) => !isPassed);
  const found =
    open.find((challenge) => challenge.type === type) ??
    open.find(({ alternatives }) => alternatives.includes(type));
  if (found) return found;
  throw validationRefusal(400, {
    code: 'challenge.not.found',
    message: `The one-time token has no open ${type} challenge`,
    path: header,
  });
}

export function passChallenge(world: World, row: OneTimeTokenRecord, type: string): OneTimeTokenRecord {
  const passed = openChallengeOrThrow(row, type);
  const challenges = row.challenges.map((challenge) =>
    challenge === passed ? { ...challenge, isPassed: true } : challenge,
  );
  const changed = world.oneTimeTokens.put({ ...row, challenges });
  changeFactors(world, row.userId, { failures: 0 });
  if (isCleared(changed)) openSession(world, row.userId);
  return changed;
}

/** Wise: a challenge that is cleared leaves the list. */
export function printOneTimeToken(world: World, row: OneTimeTokenRecord) {
  const { userId } = row;
  return {
    oneTimeToken: row.token,
    challenges: row.challenges
      .filter(({ isPassed }) => !isPassed)
      .map(({ alternatives, type }) => ({
        primaryChallenge: { type, viewData: { attributes: { userId } } },
        alternatives,
        required: true,
        passed: false,
      })),
    validity: Math.ceil((row.expiresAtMs - world.clock.now()) / 1000),
    ...(row.actionType === null ? {} : { actionType: row.actionType }),
    userId,
  };
}

/** What the status, the passcode and the session operations answer. */
export const printStatus = (world: World, row: OneTimeTokenRecord) => ({
  oneTimeTokenProperties: printOneTimeToken(world, row),
});
