import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type EvidenceList, getEvidence, listEvidence } from '../../contracts/evidence.ts';
import { callEndpoint } from '../call-endpoint.ts';

/** Below those of the cases: whatever happens to a case may be that something of it left. */
export const evidenceKeys = {
  list: (caseId: string) => ['cases', 'evidence', 'list', caseId] as const,
  one: (evidenceId: string) => ['cases', 'evidence', 'one', evidenceId] as const,
};

export const queryOfEvidence = (caseId: string) => ({ ...(caseId !== '' && { caseId }), limit: 50 });
const startOfList = null as string | null;

/** What left, of one case or of all. */
export const useEvidence = (caseId: string) =>
  useInfiniteQuery({
    queryKey: evidenceKeys.list(caseId),
    queryFn: ({ pageParam, signal }): Promise<EvidenceList> =>
      callEndpoint(listEvidence, {
        query: { ...queryOfEvidence(caseId), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useEvidenceDetail = (evidenceId: string) =>
  useQuery({
    queryKey: evidenceKeys.one(evidenceId),
    queryFn: ({ signal }) => callEndpoint(getEvidence, { params: { evidenceId }, signal }),
  });
