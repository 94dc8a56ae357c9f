'use client';
import { reachOf } from '../../catalogues/console-permissions.ts';
import { useSession } from './session-provider.tsx';

/** The names of the branches whose cards alone this person sees, perhaps none; undefined for who sees every card. */
export function useOwnBranches(): string | undefined {
  const { branches, person, role } = useSession();
  if (reachOf({ role, flags: person.flags }, 'cards.read') !== 'own-branches') return undefined;
  return branches.map(({ name }) => name).join(', ');
}
