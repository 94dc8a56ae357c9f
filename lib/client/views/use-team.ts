'use client';
import type { Role } from '../../catalogues/console-permissions.ts';
import { useSession } from '../session/session-provider.tsx';

const teams: Record<Role, string> = {
  operator: 'every operator',
  compliance: 'everybody in compliance',
  branch_manager: 'the branch managers',
  admin: 'every administrator',
  auditor: 'every auditor',
};

/** Who sees what this person shares, for the middle of a sentence. */
export function useTeam(): string {
  const { branches, role } = useSession();
  const of = role === 'branch_manager' ? ` of ${branches.map(({ name }) => name).join(', ')}` : '';
  return teams[role] + of;
}
