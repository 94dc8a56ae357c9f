import { useMutation, useQuery } from '@tanstack/react-query';
import {
  getSca,
  type PasscodeWay,
  replaySca,
  type ScaFactor,
  type ScaState,
  triggerSca,
  verifySca,
} from '../../contracts/sca.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

const readEveryMs = 4000;

/** What is left to be confirmed; read again and again while somebody else confirms. */
export function useScaState(first: ScaState, isElsewhere: boolean) {
  const params = { scaId: first.scaId };
  return useQuery<ScaState, ApiError>({
    queryKey: scaKey(first.scaId),
    queryFn: ({ signal }) => callEndpoint(getSca, { params, signal }),
    initialData: first,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      isElsewhere && !state.data?.isCleared && !state.error ? readEveryMs : false,
  });
}
export const scaKey = (scaId: string) => ['sca', scaId] as const;

export const useSendPasscode = (scaId: string) =>
  useMutation<{ sentTo: string }, ApiError, PasscodeWay>({
    mutationFn: (way) => callEndpoint(triggerSca, { params: { scaId, way } }),
  });

/** The proof is held by nothing that outlives the dialog. */
export const verifyProof = (scaId: string, type: ScaFactor, value: string) =>
  callEndpoint(verifySca, { params: { scaId }, body: { type, value } });

export const replay = (scaId: string): Promise<unknown> => callEndpoint(replaySca, { params: { scaId } });
