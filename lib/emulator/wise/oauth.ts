import { grantTypes, type TokenRequest, tokenRequest } from '../../contracts/wise/oauth.ts';
import type { Emulator } from '../emulator.ts';
import type { TokenRecord, UserRecord } from '../entities.ts';
import { oauthClient } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { adoptFromBeforeReset } from './grants.ts';
import { oauthRefusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';
import { basicOf, isDeactivated, issueClientToken, issueUserToken } from './tokens.ts';

/** Wise: refresh tokens live up to twenty years. */
const refreshTtlSeconds = 20 * 365 * 24 * 60 * 60;

const invalidGrant = () => oauthRefusal(401, 'invalid_grant', 'Invalid user credentials.');

function checkClientOrThrow(c: EmulatorContext): void {
  const basic = basicOf(c);
  if (!basic || basic.id !== oauthClient.id || basic.secret !== oauthClient.secret)
    throw oauthRefusal(401, 'invalid_client', 'Bad client credentials');
}

async function readTokenRequest(c: EmulatorContext): Promise<TokenRequest> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    throw oauthRefusal(400, 'invalid_request', 'The body must be a form');
  const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
  if (!form.grant_type) throw oauthRefusal(400, 'invalid_request', 'Missing grant type');
  if (!(grantTypes as readonly string[]).includes(form.grant_type))
    throw oauthRefusal(400, 'unsupported_grant_type', `Unsupported grant type: ${form.grant_type}`);
  const parsed = tokenRequest.safeParse(form);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw oauthRefusal(400, 'invalid_request', `Missing or unreadable: ${missing}`);
}

interface Grantor {
  user: UserRecord;
  /** The refresh token that was shown; null begins a grant of its own. */
  refreshToken: string | null;
}

function findGrantorOrThrow({ world }: Emulator, request: TokenRequest): Grantor {
  let user: UserRecord | undefined;
  let refreshToken: string | null = null;
  switch (request.grant_type) {
    case 'refresh_token': {
      const row =
        world.refreshTokens.get(request.refresh_token) ?? adoptFromBeforeReset(world, request.refresh_token);
      refreshToken = request.refresh_token;
      user = row && !row.isRevoked ? world.users.get(row.userId) : undefined;
      break;
    }
    case 'registration_code':
      user = [...world.users.values()].find(
        (row) => row.email === request.email && row.registrationCode === request.registration_code,
      );
      break;
    case 'authorization_code': {
      const code = world.codes.get(request.code);
      // A code is spent by the first try, whatever comes of it.
      world.codes.delete(request.code);
      const isGood =
        code &&
        code.expiresAtMs > world.clock.now() &&
        code.clientId === request.client_id &&
        code.redirectUri === request.redirect_uri;
      user = isGood ? world.users.get(code.userId) : undefined;
      break;
    }
  }
  if (!user || isDeactivated(world, user.id)) throw invalidGrant();
  return { user, refreshToken };
}

function printToken(token: TokenRecord) {
  const seconds = Math.round((token.expiresAtMs - token.issuedAtMs) / 1000);
  const granted = {
    access_token: token.token,
    token_type: 'bearer',
    expires_in: seconds,
    expires_at: new Date(token.expiresAtMs).toISOString(),
    scope: 'transfers',
  };
  if (token.refreshToken === null) return granted;
  return {
    ...granted,
    refresh_token: token.refreshToken,
    refresh_token_expires_in: refreshTtlSeconds,
    refresh_token_expires_at: new Date(token.issuedAtMs + refreshTtlSeconds * 1000).toISOString(),
    created_at: new Date(token.issuedAtMs).toISOString(),
  };
}

export function registerOauth(router: WiseRouter, emulator: Emulator): void {
  const { world } = emulator;

  router.open('POST /oauth/token', async (c) => {
    checkClientOrThrow(c);
    const request = await readTokenRequest(c);
    if (request.grant_type === 'client_credentials')
      return c.json(printToken(issueClientToken(world, oauthClient.id)));
    if ('client_id' in request && request.client_id !== oauthClient.id)
      throw oauthRefusal(401, 'invalid_client', 'The client is not the one that signed in');
    const { user, refreshToken } = findGrantorOrThrow(emulator, request);
    return c.json(printToken(issueUserToken(world, user, refreshToken)));
  });
}
