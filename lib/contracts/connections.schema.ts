import { z } from 'zod';
import { connectionKinds, connectionStates } from '../catalogues/connections.ts';
import * as endpoints from './connections.ts';
import { type AuditRule, instant, int64Text, listOf, serveEndpoint, several } from './endpoint-schema.ts';

const connectedProfile = z.object({
  id: int64Text,
  name: z.string(),
  type: z.string(),
  /** Wise's own: VISIBLE, HIDDEN or DEACTIVATED today. */
  state: z.string(),
  cards: z.number().int(),
  cardsReadAt: instant.nullable(),
  /** When approvals on wise.com last blocked a transfer; null where Wise took the last one, or none was tried. */
  transfersBlockedAt: instant.nullable(),
});

/** No part of a token, ever. `id`: the Wise user's. `owner`: null until Wise was asked once. */
export const connection = z.object({
  id: int64Text,
  kind: z.enum(connectionKinds),
  owner: z.string().nullable(),
  state: z.enum(connectionStates),
  stateChangedAt: instant,
  connectedAt: instant,
  /** Null for what the console was begun with. */
  connectedBy: z.string().nullable(),
  /** As Wise named them; it does not name those of personal tokens. */
  scopes: z.array(z.string()),
  /** When the last token of it ends that Wise does not renew; null where Wise names no end. */
  expiresAt: instant.nullable(),
  /** Within a minute. */
  lastUsedAt: instant.nullable(),
  lastError: z.object({ code: z.string(), at: instant }).nullable(),
  profiles: z.object({
    total: z.number().int(),
    deactivated: z.number().int(),
    cards: z.number().int(),
    /** The first few by name. */
    names: z.array(z.string()),
  }),
});
const connectionSort = z.enum(['owner', '-owner', 'used', '-used', 'expires', '-expires', '-connected']);
export const connectionListQuery = z.strictObject({
  /** A part of the owner's or a profile's name, or the beginning of a user's or a profile's id. */
  query: z.string().trim().max(200).optional(),
  state: several(z.enum(connectionStates)),
  kind: several(z.enum(connectionKinds)),
  sort: connectionSort.default('owner'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** `counts`: connections per state under every other filter. */
export const connectionListReply = listOf(connection).extend({
  counts: z.object({ working: z.number().int(), broken: z.number().int(), disconnected: z.number().int() }),
});
export const connectionDetails = connection.extend({ profileList: z.array(connectedProfile) });

const secret = z.string().trim().min(1).max(20_000);
/** `reconnect`: only this Wise user is taken; another one is refused and nothing of theirs is kept. */
const reconnect = int64Text.optional();
export const connectBody = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('authorization_code'), reconnect }),
  z.strictObject({
    method: z.literal('registration_code'),
    email: z.email().max(200),
    registrationCode: secret,
    reconnect,
  }),
  z.strictObject({ method: z.literal('refresh_token'), refreshToken: secret, reconnect }),
  z.strictObject({ method: z.literal('personal_token'), token: secret, reconnect }),
]);
/** One of the two: where to send the browser, or what was connected. */
export const connectReply = z.object({
  authorizeUrl: z.url().nullable(),
  connection: connection.nullable(),
});
/** What Wise sends the browser back with. More may come; nothing of it is kept. */
export const callbackQuery = z.object({
  code: z.string().max(20_000).optional().catch(undefined),
  state: z.string().max(200).optional().catch(undefined),
  error: z.string().max(200).optional().catch(undefined),
});
export const testReply = z.object({ outcome: z.enum(['works', 'refused', 'unreachable']), connection });
/**
 * `refused`: by Wise for a reason that tells nothing of approvals. `leftAtWise`: the group's id where it could not be
 * cancelled; nothing in it can be paid by accident.
 */
export const paymentTrial = z.object({
  outcome: z.enum(['taken', 'blocked', 'refused', 'no-balance', 'no-recipient']),
  leftAtWise: z.string().nullable(),
});
export const disconnectBody = z.strictObject({ reason: z.string().trim().min(3).max(300) });

const path = z.strictObject({ connectionId: int64Text });
const target = ({ params }: { params: Record<string, string> }) => ({
  type: 'connection' as const,
  id: params.connectionId ?? '',
});

export const listConnections = serveEndpoint(endpoints.listConnections, {
  query: connectionListQuery,
  reply: connectionListReply,
});
export const getConnection = serveEndpoint(endpoints.getConnection, {
  params: path,
  reply: connectionDetails,
});
export const connect = serveEndpoint(endpoints.connect, {
  body: connectBody,
  reply: connectReply,
  audit: {
    action: 'connections.connect',
    target: ({ body }: { body: z.output<typeof connectBody> }) => ({
      type: 'connection' as const,
      id: body.reconnect ?? 'new',
    }),
    details: ({ method }: z.output<typeof connectBody>) => ({ method }),
  },
});
/** Records its own act, once it knows whose: what a stranger sends the browser with is none. */
export const connectCallback = serveEndpoint(endpoints.connectCallback, {
  query: callbackQuery,
  reply: 'raw',
});
/** The act of coming back from Wise. */
export const authorizeAudit: AuditRule = {
  action: 'connections.authorize',
  target: ({ params }) => ({ type: 'connection', id: params.connectionId ?? 'new' }),
};
export const testConnection = serveEndpoint(endpoints.testConnection, {
  params: path,
  body: z.strictObject({}),
  reply: testReply,
  audit: { action: 'connections.test', target },
});
export const tryPayment = serveEndpoint(endpoints.tryPayment, {
  params: path,
  body: z.strictObject({ profileId: int64Text }),
  reply: paymentTrial,
  audit: {
    action: 'connections.try-payment',
    target,
    details: ({ profileId }: { profileId: string }) => ({ profileId }),
  },
});
export const disconnect = serveEndpoint(endpoints.disconnect, {
  params: path,
  body: disconnectBody,
  reply: connection,
  audit: {
    action: 'connections.disconnect',
    target,
    reason: (body: z.output<typeof disconnectBody>) => body.reason,
  },
});
