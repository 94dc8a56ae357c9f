import { useMutation, useQueryClient } from '@tanstack/react-query';
import { makeCaseEvidence, makeTransactionEvidence } from '../../contracts/evidence.ts';
import type { ApiError } from '../api-error.ts';
import { downloadMade } from '../download-file.ts';

/** Of what a package is made. */
export type EvidenceOf = { caseId: string } | { transactions: { profileId: string; id: string }[] };
interface Asked {
  reason: string;
  recipient: string;
  timeZone: string;
}

/** Makes a package and hands it to the browser; the list of what left is read again. */
export function useMakeEvidence(of: EvidenceOf) {
  const client = useQueryClient();
  return useMutation<void, ApiError, Asked>({
    mutationFn: (asked) =>
      'caseId' in of
        ? downloadMade(makeCaseEvidence, asked, { caseId: of.caseId })
        : downloadMade(makeTransactionEvidence, { ...asked, transactions: of.transactions }),
    onSettled: () => client.invalidateQueries({ queryKey: ['cases', 'evidence'] }),
  });
}
