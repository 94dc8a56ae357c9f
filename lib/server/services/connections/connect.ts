import 'server-only';
import type { z } from 'zod';
import type { AuthorizationOutcome } from '../../../catalogues/connections.ts';
import {
  type callbackQuery,
  type connectBody,
  authorizeAudit,
  connectCallback,
} from '../../../contracts/connections.schema.ts';
import type { ConnectReply } from '../../../contracts/connections.ts';
import { beginAudit } from '../../audit/audited-act.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { beginAuthorization, redirectUriOf, takeAuthorization } from './authorization.ts';
import { type Grant, keepGrant } from './keep-grant.ts';
import { readConnectionOrThrow } from './read-connection.ts';

type Note = (details: Record<string, unknown>) => void;
type Body = z.output<typeof connectBody>;

/** By the authorization page it only begins here: the browser is sent to Wise and comes back to the callback. */
export async function connectUser(
  parts: Runtime,
  operator: Operator,
  body: Body,
  note: Note,
): Promise<ConnectReply> {
  const { reconnect } = body;
  // An unknown one cannot be made again.
  if (reconnect !== undefined) await readConnectionOrThrow(parts, reconnect);
  if (body.method === 'authorization_code') {
    const authorizeUrl = await beginAuthorization(parts.store.db, parts.env, operator, reconnect);
    return { authorizeUrl, connection: null };
  }
  const userId = await keepGrant(parts, operator, grantOf(parts, body), reconnect, note);
  return { authorizeUrl: null, connection: await readConnectionOrThrow(parts, userId) };
}

function grantOf({ env }: Runtime, body: Exclude<Body, { method: 'authorization_code' }>): Grant {
  switch (body.method) {
    case 'registration_code':
      return {
        grant_type: 'registration_code',
        client_id: env.wise.clientId,
        email: body.email,
        registration_code: body.registrationCode,
      };
    case 'refresh_token':
      return { grant_type: 'refresh_token', refresh_token: body.refreshToken };
    case 'personal_token':
      return { personalToken: body.token };
  }
}

/** The browser is back from Wise. Whatever comes of it is told by one word; nothing is exchanged for a state that is not this session's. */
export async function finishAuthorization(
  parts: Runtime,
  operator: Operator,
  query: z.output<typeof callbackQuery>,
  requestId: string,
): Promise<{ outcome: AuthorizationOutcome; connectionId?: string }> {
  const taken =
    query.state === undefined ? undefined : await takeAuthorization(parts.store.db, operator, query.state);
  if (!taken) return { outcome: 'state_unknown' };
  if (query.error !== undefined || query.code === undefined)
    return { outcome: query.error === 'access_denied' ? 'denied' : 'failed' };
  const params = taken.reconnects === undefined ? {} : { connectionId: taken.reconnects };
  const served = { ...connectCallback, schemas: { ...connectCallback.schemas, audit: authorizeAudit } };
  const act = await beginAudit(parts, served, { operator, params, body: undefined, requestId });
  try {
    const grant: Grant = {
      grant_type: 'authorization_code',
      client_id: parts.env.wise.clientId,
      code: query.code,
      redirect_uri: redirectUriOf(parts.env),
    };
    const connectionId = await keepGrant(parts, operator, grant, taken.reconnects, act.note);
    await act.succeed();
    return { outcome: 'connected', connectionId };
  } catch (thrown) {
    const error = toAppError(thrown);
    await act.fail(error);
    return { outcome: outcomeOf(error) };
  }
}

function outcomeOf({ code }: AppError): AuthorizationOutcome {
  switch (code) {
    case 'other_wise_user':
    case 'wise_grant_refused':
    case 'wise_client_refused':
    case 'wise_unavailable':
      return code;
    default:
      return 'failed';
  }
}
