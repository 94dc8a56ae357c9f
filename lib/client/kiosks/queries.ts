import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type CardProduction,
  getCardProduction,
  sendToKiosk,
  type SendToKioskBody,
} from '../../contracts/card-productions.ts';
import type { CardPath } from '../../contracts/cards.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import {
  getBranchFigures,
  getKioskBoard,
  getKioskFigures,
  getPrintJob,
  type QueuedCard,
  takeCard,
} from '../../contracts/kiosk-board.ts';
import { listPrintJobs } from '../../contracts/print-jobs.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import type { JobFilters } from './jobs-state.ts';
import { kioskKeys } from './keys.ts';

/** `branchId` empty: the reader’s first. */
export const useKioskBoard = (branchId: string) =>
  useQuery({
    queryKey: kioskKeys.board(branchId),
    queryFn: ({ signal }) =>
      callEndpoint(getKioskBoard, { query: branchId === '' ? {} : { branchId }, signal }),
    placeholderData: (before) => before,
  });

export const useKioskFigures = (kioskId: string) =>
  useQuery({
    queryKey: kioskKeys.figures(kioskId),
    queryFn: ({ signal }) => callEndpoint(getKioskFigures, { params: { kioskId }, signal }),
  });

export const useBranchFigures = (branchId: string) =>
  useQuery({
    queryKey: kioskKeys.branchFigures(branchId),
    queryFn: ({ signal }) => callEndpoint(getBranchFigures, { params: { branchId }, signal }),
  });

export const usePrintJobs = (filters: JobFilters) =>
  useInfiniteQuery({
    queryKey: kioskKeys.jobs(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listPrintJobs, {
        query: { ...filters, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const usePrintJob = (jobId: string) =>
  useQuery({
    queryKey: kioskKeys.job(jobId),
    queryFn: ({ signal }) => callEndpoint(getPrintJob, { params: { jobId }, signal }),
  });

/** Asks Wise, which also settles a send whose answer was lost. `isFresh`: what was read before does not do. */
export const useCardProduction = (path: CardPath, { isWanted = true, isFresh = false } = {}) =>
  useQuery({
    queryKey: kioskKeys.production(path),
    queryFn: ({ signal }) => callEndpoint(getCardProduction, { params: path, signal }),
    enabled: isWanted,
    refetchOnMount: isFresh ? 'always' : true,
  });

export function useSendToKiosk(path: CardPath) {
  const client = useQueryClient();
  return useMutation<CardProduction, ApiError, Intent<SendToKioskBody>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(sendToKiosk, { params: path, body, idempotencyKey }),
    onSuccess: (production) => client.setQueryData(kioskKeys.production(path), production),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['kiosks'] }),
        client.invalidateQueries({ queryKey: kioskKeys.production(path) }),
      ]),
  });
}

export function useTakeCard() {
  const client = useQueryClient();
  return useMutation<QueuedCard, ApiError, NonNullable<BodyOf<typeof takeCard>>>({
    mutationFn: (body) => callEndpoint(takeCard, { body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['kiosks'] }),
  });
}
