import type { TokenRecord, UserRecord } from '../entities.ts';
import { oauthClient, type World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { issueRefreshToken, settleFirstUse } from './grants.ts';
import { invalidToken } from './refusal.ts';
import { clientTokenText, userTokenText } from './token-texts.ts';

export interface UserCaller {
  kind: 'user';
  clientId: string;
  user: UserRecord;
  /** By a token the user made for themselves, with which Wise allows less. */
  isPersonal: boolean;
}
export interface ClientCaller {
  kind: 'client';
  clientId: string;
}
export type Caller = UserCaller | ClientCaller;

/** A token the user made in Wise's settings. Good until it is revoked. */
const personalPattern = /^demo-personal-(\d{1,15})$/;

export function issueUserToken(world: World, user: UserRecord, gotBy: string | null): TokenRecord {
  const number = user.tokensIssued + 1;
  world.users.put({ ...user, tokensIssued: number });
  const refresh = issueRefreshToken(world, user.id, gotBy);
  const token = userTokenText(world.settings.tokenForm, user.id, number);
  return keepToken(world, { token, kind: 'user', userId: user.id, refreshToken: refresh.token, gotBy });
}

export function issueClientToken(world: World, clientId: string): TokenRecord {
  world.clientTokensIssued += 1;
  const token = clientTokenText(clientId, world.clientTokensIssued);
  return keepToken(world, { token, kind: 'client', userId: null, refreshToken: null, gotBy: null });
}

type NewToken = Omit<TokenRecord, 'clientId' | 'issuedAtMs' | 'expiresAtMs' | 'isUsed'>;

function keepToken(world: World, token: NewToken): TokenRecord {
  const issuedAtMs = world.clock.now();
  const expiresAtMs = issuedAtMs + world.settings.tokenTtlSeconds * 1000;
  return world.tokens.put({ ...token, clientId: oauthClient.id, issuedAtMs, expiresAtMs, isUsed: false });
}

/** Ends the access tokens of a user, or of the client where `userId` is null. */
export function revokeAccessTokens(world: World, userId: number | null): number {
  const ended = world.tokens.all().filter((token) => token.userId === userId);
  for (const { token } of ended) world.tokens.delete(token);
  return ended.length;
}

function bearerOf(c: EmulatorContext): string | null {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

/** Wise: once a profile is deactivated its tokens are revoked. Emulator choice: a user's, when that holds for every profile of theirs. */
export function isDeactivated(world: World, userId: number): boolean {
  const profiles = world.profiles.slice(userId);
  return profiles.length > 0 && profiles.every((profile) => profile.currentState === 'DEACTIVATED');
}

/** @returns null for a token that is missing, unknown, expired or revoked */
export function identifyCaller(world: World, c: EmulatorContext): Caller | null {
  const bearer = bearerOf(c) ?? '';
  const personal = personalPattern.exec(bearer)?.[1];
  if (personal !== undefined) return identifyPersonal(world, personal);
  const token = world.tokens.get(bearer);
  if (!token || token.expiresAtMs <= world.clock.now()) return null;
  if (token.userId === null) return { kind: 'client', clientId: token.clientId };
  const user = world.users.get(token.userId);
  if (!user || isDeactivated(world, user.id)) return null;
  settleFirstUse(world, token);
  return { kind: 'user', clientId: token.clientId, user, isPersonal: false };
}

function identifyPersonal(world: World, userId: string): Caller | null {
  const user = world.users.get(userId);
  if (!user || user.isPersonalTokenRevoked || isDeactivated(world, user.id)) return null;
  return { kind: 'user', clientId: oauthClient.id, user, isPersonal: true };
}

/** @throws {Refusal} 401 for a token that is missing, unknown, expired or revoked. */
export function identifyCallerOrThrow(world: World, c: EmulatorContext): Caller {
  const caller = identifyCaller(world, c);
  if (!caller) throw invalidToken();
  return caller;
}

export interface BasicCredentials {
  id: string;
  secret: string;
}

export function basicOf(c: EmulatorContext): BasicCredentials | null {
  const [scheme, encoded] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !encoded) return null;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret: secret.join(':') };
}

/** Whose allowance a request counts against. Emulator choice: what nobody stands behind counts together. */
export function clientOf(world: World, c: EmulatorContext): string {
  const bearer = bearerOf(c) ?? '';
  // Wise: a personal token has its user's own allowance.
  if (personalPattern.test(bearer)) return bearer;
  return world.tokens.get(bearer)?.clientId ?? basicOf(c)?.id ?? 'unknown';
}
