import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ClosedCases, closeManyCases, findShared, mergeCases } from '../../contracts/case-patterns.ts';
import {
  addCaseNote,
  agreeToCase,
  type CaseDetail,
  type CaseList,
  decideCase,
  disagreeWithCase,
  findNearby,
  getCase,
  handOverCase,
  linkTransactions,
  listCases,
  reopenCase,
  takeCase,
  unlinkTransaction,
} from '../../contracts/cases.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { type CasesState, parseCasesState, queryOfCases } from './cases-state.ts';

export const caseKeys = {
  list: (state: CasesState) => ['cases', 'list', queryOfCases(state)] as const,
  one: (caseId: string) => ['cases', 'one', caseId] as const,
};

const startOfList = null as string | null;

/** Page after page, by the time they are due. */
export const useCases = (state: CasesState) =>
  useInfiniteQuery({
    queryKey: caseKeys.list(state),
    queryFn: ({ pageParam, signal }): Promise<CaseList> =>
      callEndpoint(listCases, {
        query: { ...queryOfCases(state), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** How many open cases have a note that calls the reader. */
export const useCasesCallingYou = () =>
  useQuery({
    queryKey: ['cases', 'calling-you'],
    queryFn: ({ signal }) =>
      callEndpoint(listCases, {
        query: { ...queryOfCases(parseCasesState(new URLSearchParams('show=mentions'))), limit: 1 },
        signal,
      }),
  });

export const useCase = (caseId: string | undefined) =>
  useQuery({
    queryKey: caseKeys.one(caseId ?? ''),
    queryFn: ({ signal }) => callEndpoint(getCase, { params: { caseId: caseId ?? '' }, signal }),
    enabled: caseId !== undefined,
  });

/** What may belong to a case and does not yet. */
export const useNearby = (caseId: string) =>
  useQuery({
    queryKey: [...caseKeys.one(caseId), 'nearby'],
    queryFn: ({ signal }) => callEndpoint(findNearby, { params: { caseId }, signal }),
  });

/** Every step answers with the case as it is then; the lists are read again, after a refusal too. */
export function useMove<Body>(caseId: string, move: (caseId: string, body: Body) => Promise<CaseDetail>) {
  const client = useQueryClient();
  return useMutation<CaseDetail, ApiError, Body>({
    mutationFn: (body) => move(caseId, body),
    onSuccess: (moved) => client.setQueryData(caseKeys.one(caseId), moved),
    onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}

/** Asked once: each answer stands in the trail. */
export const useShared = (caseIds: string[], timeZone: string) =>
  useQuery({
    queryKey: ['shared-by-cases', caseIds, timeZone],
    queryFn: ({ signal }) => callEndpoint(findShared, { body: { caseIds, timeZone }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export function useCloseMany() {
  const client = useQueryClient();
  return useMutation<ClosedCases, ApiError, Body<typeof closeManyCases>>({
    mutationFn: (body) => callEndpoint(closeManyCases, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}

type Body<E extends Parameters<typeof callEndpoint>[0]> = NonNullable<BodyOf<E>>;
export const moves = {
  take: (caseId: string, body: Body<typeof takeCase>) => callEndpoint(takeCase, { params: { caseId }, body }),
  handOver: (caseId: string, body: Body<typeof handOverCase>) =>
    callEndpoint(handOverCase, { params: { caseId }, body }),
  note: (caseId: string, body: Body<typeof addCaseNote>) =>
    callEndpoint(addCaseNote, { params: { caseId }, body }),
  decide: (caseId: string, body: Body<typeof decideCase>) =>
    callEndpoint(decideCase, { params: { caseId }, body }),
  agree: (caseId: string, body: Body<typeof agreeToCase>) =>
    callEndpoint(agreeToCase, { params: { caseId }, body }),
  disagree: (caseId: string, body: Body<typeof disagreeWithCase>) =>
    callEndpoint(disagreeWithCase, { params: { caseId }, body }),
  link: (caseId: string, body: Body<typeof linkTransactions>) =>
    callEndpoint(linkTransactions, { params: { caseId }, body }),
  unlink: (caseId: string, body: Body<typeof unlinkTransaction>) =>
    callEndpoint(unlinkTransaction, { params: { caseId }, body }),
  merge: (caseId: string, body: Body<typeof mergeCases>) =>
    callEndpoint(mergeCases, { params: { caseId }, body }),
  reopen: (caseId: string, body: Body<typeof reopenCase>) =>
    callEndpoint(reopenCase, { params: { caseId }, body }),
};
