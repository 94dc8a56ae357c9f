import 'server-only';
import type { CallPriority } from '../budget.ts';

/** Who a call is made for and how urgent it is. */
export interface CallOptions {
  /** The Wise user whose connection reaches the resource. */
  userId: string;
  priority: CallPriority;
}

export type ClientCallOptions = Omit<CallOptions, 'userId'>;

export const asUser = ({ userId, priority }: CallOptions) => ({
  token: { kind: 'user', userId } as const,
  priority,
});

export const asClient = ({ priority }: ClientCallOptions) => ({
  token: { kind: 'client' } as const,
  priority,
});
