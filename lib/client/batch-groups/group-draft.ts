import type { createBatchGroup } from '../../contracts/batch-groups.ts';
import { batchGroupNameLength } from '../../contracts/wise/batch-groups.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';

/** What is typed into the dialog of a new group. */
export interface GroupDraft {
  way: 'here' | 'elsewhere';
  profileId: string;
  name: string;
  sourceCurrency: string;
  wiseId: string;
}
export type GroupField = Exclude<keyof GroupDraft, 'way'>;

export const emptyGroup: GroupDraft = {
  way: 'here',
  profileId: '',
  name: '',
  sourceCurrency: 'GBP',
  wiseId: '',
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function faultOfName(name: string): string | undefined {
  if (name.trim() === '') return 'Give it a name.';
  const over = name.trim().length - batchGroupNameLength;
  return over > 0 ? `${over} too many: Wise takes ${batchGroupNameLength}.` : undefined;
}

export function faultsOfGroup(draft: GroupDraft): Partial<Record<GroupField, string>> {
  const faults: Partial<Record<GroupField, string>> = {};
  if (draft.profileId === '') faults.profileId = 'Choose the profile.';
  if (draft.way === 'elsewhere') {
    if (!uuid.test(draft.wiseId.trim()))
      faults.wiseId =
        'Wise’s id has 32 letters and digits in five groups, such as 54a6bc09-cef9-49a8-9041-….';
    return faults;
  }
  const name = faultOfName(draft.name);
  if (name) faults.name = name;
  if (!/^[A-Z]{3}$/.test(draft.sourceCurrency)) faults.sourceCurrency = 'Three letters, such as GBP.';
  return faults;
}

export const toGroupBody = (
  { way, profileId, name, sourceCurrency, wiseId }: GroupDraft,
  sameName: boolean,
): NonNullable<BodyOf<typeof createBatchGroup>> =>
  way === 'elsewhere'
    ? { profileId, wiseId: wiseId.trim().toLowerCase() }
    : { profileId, name: name.trim(), sourceCurrency, ...(sameName && { sameName: true }) };
