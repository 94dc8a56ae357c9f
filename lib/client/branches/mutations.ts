import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addBranch,
  addKiosk,
  type Kiosk,
  type RegisteredBranch,
  updateBranch,
  updateKiosk,
} from '../../contracts/branches.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

/** After a failure too: somebody else may have changed it meanwhile. */
const readAgain = (client: QueryClient) => {
  void client.invalidateQueries({ queryKey: ['branches'] });
  void client.invalidateQueries({ queryKey: ['kiosks'] });
};

export function useAddBranch() {
  const client = useQueryClient();
  return useMutation<RegisteredBranch, ApiError, NonNullable<BodyOf<typeof addBranch>>>({
    mutationFn: (body) => callEndpoint(addBranch, { body }),
    onSettled: () => readAgain(client),
  });
}

export function useUpdateBranch(branchId: string) {
  const client = useQueryClient();
  return useMutation<RegisteredBranch, ApiError, NonNullable<BodyOf<typeof updateBranch>>>({
    mutationFn: (body) => callEndpoint(updateBranch, { params: { branchId }, body }),
    onSettled: () => readAgain(client),
  });
}

export function useAddKiosk() {
  const client = useQueryClient();
  return useMutation<Kiosk, ApiError, NonNullable<BodyOf<typeof addKiosk>>>({
    mutationFn: (body) => callEndpoint(addKiosk, { body }),
    onSettled: () => readAgain(client),
  });
}

export function useUpdateKiosk(kioskId: string) {
  const client = useQueryClient();
  return useMutation<Kiosk, ApiError, NonNullable<BodyOf<typeof updateKiosk>>>({
    mutationFn: (body) => callEndpoint(updateKiosk, { params: { kioskId }, body }),
    onSettled: () => readAgain(client),
  });
}
