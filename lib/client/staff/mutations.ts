import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ReplyOf } from '../../contracts/define-endpoint.ts';
import {
  addStaff,
  endStaffSessions,
  issueTemporaryPassword,
  type StaffChange,
  updateStaff,
} from '../../contracts/staff.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { staffKeys } from './queries.ts';

export type NewPerson = NonNullable<BodyOf<typeof addStaff>>;
export type PersonChange = NonNullable<BodyOf<typeof updateStaff>>;

/** After a failure too: somebody else may have changed the person meanwhile. */
const readStaffAgain = (client: QueryClient) => {
  void client.invalidateQueries({ queryKey: staffKeys.all });
  void client.invalidateQueries({ queryKey: ['approvals'] });
};

export function useAddPerson() {
  const client = useQueryClient();
  return useMutation<StaffChange, ApiError, NewPerson>({
    mutationFn: (body) => callEndpoint(addStaff, { body }),
    onSettled: () => readStaffAgain(client),
  });
}

export function useUpdatePerson(personId: string) {
  const client = useQueryClient();
  return useMutation<StaffChange, ApiError, PersonChange>({
    mutationFn: (body) => callEndpoint(updateStaff, { params: { personId }, body }),
    onSettled: () => readStaffAgain(client),
  });
}

export function useEndSessions(personId: string) {
  const client = useQueryClient();
  return useMutation<NonNullable<ReplyOf<typeof endStaffSessions>>, ApiError, void>({
    mutationFn: () => callEndpoint(endStaffSessions, { params: { personId }, body: {} }),
    onSettled: () => readStaffAgain(client),
  });
}

/** The answer is shown once and kept nowhere. */
export function useIssuePassword(personId: string) {
  const client = useQueryClient();
  return useMutation<NonNullable<ReplyOf<typeof issueTemporaryPassword>>, ApiError, void>({
    mutationFn: () => callEndpoint(issueTemporaryPassword, { params: { personId }, body: {} }),
    onSettled: () => readStaffAgain(client),
    gcTime: 0,
  });
}
