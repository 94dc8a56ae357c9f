import 'server-only';
import type { CallPriority } from '../budget.ts';

/** Who a call is made for and how urgent it is. */
export interface CallOptions {
  /** The Wise user whose connection reaches the resource. */
  userId: string;
  priority: CallPriority;
  correlationId?: string;
}

export type ClientCallOptions = Omit<CallOptions, 'userId'>;

export const asUser = ({ userId, priority, correlationId }: CallOptions) => ({
  token: { kind: 'user', userId } as const,
  priority,
  correlationId,
});

export const asClient = ({ priority, correlationId }: ClientCallOptions) => ({
  token: { kind: 'client' } as const,
  priority,
  correlationId,
});
