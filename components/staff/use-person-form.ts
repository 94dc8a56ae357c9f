'use client';
import { useState } from 'react';
import type { ApiError } from '@/lib/client/api-error';
import { type DraftFault, faultsOf, type PersonDraft } from '@/lib/client/staff/person-draft';

const fields: DraftFault['field'][] = ['name', 'email', 'branchIds', 'approvalLimits'];

/** Which of the dialog's fields the server's answer speaks of. */
function faultsFrom(error: ApiError | null): DraftFault[] {
  return (error?.fields ?? []).flatMap(({ path, message }): DraftFault[] => {
    const name = path.replace(/^body\./, '').split('.')[0];
    const field = fields.find((one) => one === name);
    return field ? [{ field, message }] : [];
  });
}

/**
 * Draft and faults of the dialog for a person. The page's own faults are kept current once a try was refused; the server's
 * stand until the next change.
 */
export function usePersonForm(initial: PersonDraft, error: ApiError | null, reset: () => void) {
  const [draft, setDraft] = useState(initial);
  const [tries, setTries] = useState(0);
  const own = tries > 0 ? faultsOf(draft) : [];
  const faults = own.length > 0 ? own : faultsFrom(error);
  return {
    draft,
    faults,
    tries,
    /** What went wrong and belongs to no field. */
    general: error && faultsFrom(error).length === 0 ? error : null,
    change(next: PersonDraft) {
      setDraft(next);
      if (error) reset();
    },
    /** @returns whether the draft may be sent */
    begin(): boolean {
      const isRight = faultsOf(draft).length === 0;
      if (!isRight) setTries((count) => count + 1);
      return isRight;
    },
    refused: () => setTries((count) => count + 1),
  };
}
