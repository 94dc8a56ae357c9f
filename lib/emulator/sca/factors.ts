import { createHash } from 'node:crypto';
import { validationRefusal } from '../wise/refusal.ts';
import type { World } from '../world.ts';
import type { ScaFactorsRecord } from './records.ts';

/** Wise: five failures in a row can block for 15 minutes. Emulator choice: they always do. */
const mostFailures = 5;
const blockMs = 15 * 60 * 1000;
/** Wise: what is of low risk needs no token of its own for five minutes. */
const sessionMs = 5 * 60 * 1000;

/** What PINs and device fingerprints are kept as. */
export const digestFactor = (userId: number, secret: string): string =>
  createHash('sha256').update(`factor ${userId} ${secret}`).digest('hex');

export const withoutFactors = (userId: number): ScaFactorsRecord => ({
  userId,
  pinDigest: null,
  devices: [],
  failures: 0,
  blockedUntilMs: 0,
  sessionUntilMs: 0,
});

/** Users who signed up while the emulator runs have none until they set one up. */
export const factorsOf = (world: World, userId: number): ScaFactorsRecord =>
  world.scaFactors.get(userId) ?? withoutFactors(userId);

export function changeFactors(world: World, userId: number, change: Partial<ScaFactorsRecord>): void {
  world.scaFactors.put({ ...factorsOf(world, userId), ...change });
}

/** Emulator choice: the block answers 400, as Wise's reference has it for a PIN. */
export function checkNotBlockedOrThrow(world: World, userId: number): void {
  if (factorsOf(world, userId).blockedUntilMs <= world.clock.now()) return;
  throw validationRefusal(400, { code: 'sca.blocked', message: 'Too many failed attempts, try again later' });
}

export function countFailure(world: World, userId: number): void {
  const failures = factorsOf(world, userId).failures + 1;
  if (failures < mostFailures) changeFactors(world, userId, { failures });
  else changeFactors(world, userId, { failures: 0, blockedUntilMs: world.clock.now() + blockMs });
}

export const hasSession = (world: World, userId: number): boolean =>
  factorsOf(world, userId).sessionUntilMs > world.clock.now();

export function openSession(world: World, userId: number): void {
  changeFactors(world, userId, { sessionUntilMs: world.clock.now() + sessionMs });
}
