import 'server-only';
import {
  type ConsolePermission,
  type PersonFlag,
  permissionsOf,
  type Role,
  reachOf,
} from '../../catalogues/console-permissions.ts';
import type { Branch, Session } from '../../contracts/session.ts';

/** The person behind a request, as the store knows them now. */
export interface Operator {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  flags: PersonFlag[];
  branches: Branch[];
  /** Up to which amount they may approve; nothing in a currency that is missing. */
  approvalLimits: { currency: string; amount: string }[];
  mustSetPassword: boolean;
  expiresAt: Date;
  /** Until then the person has shown, by their password, that it is they. */
  confirmedUntil: Date | null;
}

/** Somebody who is told what their role may know, and what is their own. */
export type Reader = Pick<Operator, 'flags' | 'personId' | 'role'>;

/** Which cards a person may see: all, or those that belong to the named branches. */
export type CardScope = 'all' | { branchIds: string[] };

/** @returns undefined where the person may not at all. */
export function scopeOf(
  operator: Pick<Operator, 'branches' | 'flags' | 'role'>,
  consolePermission: ConsolePermission,
): CardScope | undefined {
  const reach = reachOf(operator, consolePermission);
  if (reach === false) return undefined;
  return reach === 'all' ? 'all' : { branchIds: operator.branches.map((branch) => branch.id) };
}

export function toSession(operator: Operator, environment: Session['environment']): Session {
  return {
    person: { id: operator.personId, name: operator.name, email: operator.email, flags: operator.flags },
    role: operator.role,
    consolePermissions: permissionsOf(operator),
    branches: operator.branches,
    environment,
    mustSetPassword: operator.mustSetPassword,
    expiresAt: operator.expiresAt.toISOString(),
    confirmedUntil: operator.confirmedUntil?.toISOString() ?? null,
  };
}
