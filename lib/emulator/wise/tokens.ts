import { createHash } from 'node:crypto';
import type { TokenRecord, UserRecord } from '../entities.ts';
import { oauthClient, type World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { invalidToken } from './refusal.ts';

export interface UserCaller {
  kind: 'user';
  clientId: string;
  user: UserRecord;
}
export interface ClientCaller {
  kind: 'client';
  clientId: string;
}
export type Caller = UserCaller | ClientCaller;

const digestOf = (text: string) => createHash('sha256').update(text);

/** Numbered per user: after a reset a user gets the same tokens again, and never one that was another's. */
function userTokenText(userId: number, number: number): string {
  const hex = digestOf(`user ${userId} ${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Wise: client tokens become encrypted JWTs, so they are long and their content is nobody's business. */
function clientTokenText(clientId: string, number: number): string {
  const part = (name: string, bytes: number) =>
    Buffer.concat(
      Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
        digestOf(`client ${clientId} ${number} ${name} ${index}`).digest(),
      ),
    )
      .subarray(0, bytes)
      .toString('base64url');
  const header = Buffer.from('{"alg":"dir","enc":"A256GCM","typ":"JWT"}').toString('base64url');
  return `${header}..${part('iv', 12)}.${part('text', 520)}.${part('tag', 16)}`;
}

export function issueUserToken(world: World, user: UserRecord): TokenRecord {
  const number = user.tokensIssued + 1;
  world.users.put({ ...user, tokensIssued: number });
  return keepToken(world, { token: userTokenText(user.id, number), kind: 'user', userId: user.id });
}

export function issueClientToken(world: World, clientId: string): TokenRecord {
  world.clientTokensIssued += 1;
  const token = clientTokenText(clientId, world.clientTokensIssued);
  return keepToken(world, { token, kind: 'client', userId: null });
}

function keepToken(world: World, token: Pick<TokenRecord, 'token' | 'kind' | 'userId'>): TokenRecord {
  const issuedAtMs = world.clock.now();
  const expiresAtMs = issuedAtMs + world.settings.tokenTtlSeconds * 1000;
  return world.tokens.put({ ...token, clientId: oauthClient.id, issuedAtMs, expiresAtMs });
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
  const token = world.tokens.get(bearerOf(c) ?? '');
  if (!token || token.expiresAtMs <= world.clock.now()) return null;
  if (token.userId === null) return { kind: 'client', clientId: token.clientId };
  const user = world.users.get(token.userId);
  if (!user || isDeactivated(world, user.id)) return null;
  return { kind: 'user', clientId: token.clientId, user };
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
  return world.tokens.get(bearerOf(c) ?? '')?.clientId ?? basicOf(c)?.id ?? 'unknown';
}
