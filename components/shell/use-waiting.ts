import { useWaitingApprovals } from '@/lib/client/approvals/waiting';
import { useWaitingCases } from '@/lib/client/cases/waiting';
import type { Waits } from './nav-items';

/** What waits for this person, by where it is found. */
export function useWaiting(): Record<Waits, number> {
  return { approvals: useWaitingApprovals(), cases: useWaitingCases() };
}
