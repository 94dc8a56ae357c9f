import type { z } from 'zod';
import type * as schema from './connections.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type Connection = z.output<typeof schema.connection>;
export type ConnectionDetails = z.output<typeof schema.connectionDetails>;
export type ConnectionList = z.output<typeof schema.connectionListReply>;
export type ConnectionListQuery = z.input<typeof schema.connectionListQuery>;
export type ConnectBody = z.input<typeof schema.connectBody>;
export type ConnectReply = z.output<typeof schema.connectReply>;
export type PaymentTrial = z.output<typeof schema.paymentTrial>;
export type TestReply = z.output<typeof schema.testReply>;
type Path = { connectionId: string };

export const listConnections = defineEndpoint<{ query: ConnectionListQuery; reply: ConnectionList }>()({
  method: 'GET',
  path: '/api/connections',
  consolePermission: 'connections.read',
});
export const getConnection = defineEndpoint<{ params: Path; reply: ConnectionDetails }>()({
  method: 'GET',
  path: '/api/connections/{connectionId}',
  consolePermission: 'connections.read',
});
export const connect = defineEndpoint<{ body: ConnectBody; reply: ConnectReply }>()({
  method: 'POST',
  path: '/api/connections',
  consolePermission: 'connections.write',
  needsIdempotencyKey: true,
});
/** Where Wise sends the browser back to; answers a page with the way on to the list. */
export const connectCallback = defineEndpoint<{ query: z.input<typeof schema.callbackQuery> }>()({
  method: 'GET',
  path: '/api/connections/callback',
  consolePermission: 'connections.write',
});
export const testConnection = defineEndpoint<{
  params: Path;
  body: Record<string, never>;
  reply: TestReply;
}>()({
  method: 'POST',
  path: '/api/connections/{connectionId}/test',
  consolePermission: 'connections.write',
  needsIdempotencyKey: true,
});
/**
 * Sets up one payment that is never paid, in a group that is cancelled at once: Wise tells of approvals on wise.com, which
 * block every transfer over the API, by refusing a transfer alone.
 */
export const tryPayment = defineEndpoint<{
  params: Path;
  body: { profileId: string };
  reply: PaymentTrial;
}>()({
  method: 'POST',
  path: '/api/connections/{connectionId}/try-payment',
  consolePermission: 'connections.write',
  needsIdempotencyKey: true,
});
export const disconnect = defineEndpoint<{
  params: Path;
  body: z.input<typeof schema.disconnectBody>;
  reply: Connection;
}>()({
  method: 'DELETE',
  path: '/api/connections/{connectionId}',
  consolePermission: 'connections.write',
});
