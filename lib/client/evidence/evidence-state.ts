import { hrefOf } from '../url/write-url.ts';

/** All that the address says; empty: of every case, and none is open. */
export interface EvidenceState {
  caseId: string;
  id: string;
}

const uuidIn = (text: string | null): string => /^[0-9a-f-]{36}$/.exec(text ?? '')?.[0] ?? '';

export const parseEvidenceState = (search: URLSearchParams): EvidenceState => ({
  caseId: uuidIn(search.get('caseId')),
  id: uuidIn(search.get('id')),
});

export const hrefForEvidence = ({ caseId = '', id = '' }: Partial<EvidenceState>): string =>
  hrefOf('/declines/evidence', { caseId, id });
