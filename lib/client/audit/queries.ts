import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type AuditQuery, getAuditHead, listAudit } from '../../contracts/audit.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const auditKeys = {
  list: (query: AuditQuery) => ['audit', 'list', query] as const,
  head: ['audit', 'head'] as const,
};

export const auditListOptions = (query: AuditQuery) =>
  queryOptions({
    queryKey: auditKeys.list(query),
    queryFn: ({ signal }) => callEndpoint(listAudit, { query, signal }),
  });
/** The rows before stay on screen while others are read. */
export const useAuditList = (query: AuditQuery) =>
  useQuery({ ...auditListOptions(query), placeholderData: keepPreviousData });

export const auditHeadOptions = () =>
  queryOptions({
    queryKey: auditKeys.head,
    queryFn: ({ signal }) => callEndpoint(getAuditHead, { signal }),
  });
export const useAuditHead = () => useQuery(auditHeadOptions());
