import type { Kiosk, RegisteredBranch } from '../../contracts/branches.ts';
import { hrefOf } from '../url/write-url.ts';

export const registerSorts = ['name', 'place', '-kiosks'] as const;
export type RegisterSort = (typeof registerSorts)[number];
export const usages = ['in-use', 'not-in-use'] as const;
export type Usage = (typeof usages)[number];

/** All that the address says about the register. */
export interface RegisterState {
  query: string;
  usage: Usage | '';
  sort: RegisterSort;
}
export interface BranchWithKiosks {
  branch: RegisteredBranch;
  kiosks: Kiosk[];
}

export const isUsage = (value: string | null): Usage | '' => usages.find((one) => one === value) ?? '';
export const isRegisterSort = (value: string | null): RegisterSort =>
  registerSorts.find((one) => one === value) ?? 'name';

export const parseRegisterState = (search: URLSearchParams): RegisterState => ({
  query: search.get('query')?.trim().slice(0, 200) ?? '',
  usage: isUsage(search.get('usage')),
  sort: isRegisterSort(search.get('sort')),
});

export const hrefForRegister = ({ sort, ...state }: RegisterState): string =>
  hrefOf('/settings/branches', { ...state, ...(sort !== 'name' && { sort }) });

/** A branch that matches brings its kiosks along; a kiosk that matches brings its branch. */
export function findInRegister(
  branches: readonly RegisteredBranch[],
  kiosks: readonly Kiosk[],
  { query, usage, sort }: RegisterState,
): BranchWithKiosks[] {
  const wanted = query.toLowerCase();
  const has = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(wanted));
  const isWanted = (isUsed: boolean) => usage === '' || isUsed === (usage === 'in-use');
  return branches
    .flatMap((branch): BranchWithKiosks[] => {
      const isNamed = has(branch.name, branch.place, branch.id);
      const found = kiosks.filter(
        (kiosk) =>
          kiosk.branchId === branch.id &&
          (isNamed || has(kiosk.id, kiosk.place, kiosk.note)) &&
          isWanted(kiosk.isActive && branch.isActive),
      );
      return found.length > 0 || (isNamed && isWanted(branch.isActive)) ? [{ branch, kiosks: found }] : [];
    })
    .sort(comparers[sort]);
}

type Compare = (one: BranchWithKiosks, other: BranchWithKiosks) => number;
const byName: Compare = ({ branch: one }, { branch: other }) => one.name.localeCompare(other.name);
const comparers: Record<RegisterSort, Compare> = {
  name: byName,
  place: (one, other) => one.branch.place.localeCompare(other.branch.place) || byName(one, other),
  '-kiosks': (one, other) => other.branch.kiosks - one.branch.kiosks || byName(one, other),
};
