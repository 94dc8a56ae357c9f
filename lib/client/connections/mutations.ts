import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type ConnectBody,
  type Connection,
  type ConnectReply,
  connect,
  disconnect,
  type PaymentTrial,
  type TestReply,
  testConnection,
  tryPayment,
} from '../../contracts/connections.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { connectionKeys } from './keys.ts';

/** After a failure too: what Wise refused may have changed the connection's state. */
const readAgain = (client: QueryClient) => void client.invalidateQueries({ queryKey: connectionKeys.all });

/** What was typed is a secret: it is kept no longer than the call. */
export function useConnect() {
  const client = useQueryClient();
  return useMutation<ConnectReply, ApiError, Intent<ConnectBody>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(connect, { body, idempotencyKey }),
    onSettled: () => readAgain(client),
    gcTime: 0,
  });
}

export function useTestConnection() {
  const client = useQueryClient();
  return useMutation<TestReply, ApiError, Connection>({
    mutationFn: ({ id }) => callEndpoint(testConnection, { params: { connectionId: id }, body: {} }),
    onSettled: () => readAgain(client),
  });
}

export function useTryPayment(connectionId: string) {
  const client = useQueryClient();
  return useMutation<PaymentTrial, ApiError, { profileId: string }>({
    mutationFn: (body) => callEndpoint(tryPayment, { params: { connectionId }, body }),
    onSettled: () => readAgain(client),
  });
}

export function useDisconnect(connectionId: string) {
  const client = useQueryClient();
  return useMutation<Connection, ApiError, { reason: string }>({
    mutationFn: (body) => callEndpoint(disconnect, { params: { connectionId }, body }),
    onSettled: () => readAgain(client),
  });
}
