import type { PlasticPlace } from '@/lib/catalogues/printing';
import type { SendToKioskBody } from '@/lib/contracts/card-productions';

export interface AccountDraft {
  whatWasDone: string;
  previousPlastic: PlasticPlace | '';
  witnessId: string;
  clearedBy: string;
}
export type AccountFaults = Partial<Record<keyof AccountDraft, string>>;
export const emptyAccount: AccountDraft = {
  whatWasDone: '',
  previousPlastic: '',
  witnessId: '',
  clearedBy: '',
};

interface Needs {
  needsClearance: boolean;
  needsEmptyTrays: boolean;
}

export function faultsOfAccount(
  draft: AccountDraft,
  { needsClearance, needsEmptyTrays }: Needs,
): AccountFaults {
  return {
    ...(draft.whatWasDone.trim() === '' && { whatWasDone: 'Say what was done.' }),
    ...(draft.previousPlastic === '' && { previousPlastic: 'Look first, then say what was found.' }),
    ...(needsEmptyTrays &&
      draft.previousPlastic === 'with-engineer' && {
        previousPlastic: 'A card may have come out without a word. Search the trays first.',
      }),
    ...(draft.previousPlastic === 'destroyed' &&
      draft.witnessId === '' && { witnessId: 'Destroying takes a second person.' }),
    ...(needsClearance && draft.clearedBy.trim() === '' && { clearedBy: 'Name who agreed.' }),
  };
}

type Again = NonNullable<SendToKioskBody['again']>;
export function accountOf(
  draft: AccountDraft,
  afterJobId: string | null,
  needsClearance: boolean,
): Again | undefined {
  if (draft.previousPlastic === '') return undefined;
  return {
    afterJobId,
    whatWasDone: draft.whatWasDone.trim(),
    previousPlastic: draft.previousPlastic,
    ...(draft.previousPlastic === 'destroyed' && { witnessId: draft.witnessId }),
    ...(needsClearance && { clearedBy: draft.clearedBy.trim() }),
  };
}
