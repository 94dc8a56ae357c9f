import type { PersonFlag, Role } from '../../catalogues/console-permissions.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import type { NewPerson, PersonChange } from './mutations.ts';

/** What the dialog for a person holds. */
export interface PersonDraft {
  name: string;
  email: string;
  role: Role;
  flags: PersonFlag[];
  branchIds: string[];
}

export const emptyDraft: PersonDraft = { name: '', email: '', role: 'operator', flags: [], branchIds: [] };

export const draftOf = (person: StaffMember): PersonDraft => ({
  name: person.name,
  email: person.email,
  role: person.role,
  flags: person.flags,
  branchIds: person.branches.map(({ id }) => id),
});

/** Only operators have flags, only branch managers have branches; what belongs to another role goes with it. */
export function toNewPerson(draft: PersonDraft): NewPerson {
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    role: draft.role,
    flags: draft.role === 'operator' ? [...draft.flags] : [],
    branchIds: draft.role === 'branch_manager' ? [...draft.branchIds] : [],
  };
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

/** @returns only what differs, with the version that was seen; undefined where nothing does */
export function toPersonChange(person: StaffMember, draft: PersonDraft): PersonChange | undefined {
  const before = draftOf(person);
  const { name, role, flags = [], branchIds = [] } = toNewPerson(draft);
  const change: PersonChange = {
    version: person.version,
    ...(name !== before.name && { name }),
    ...(role !== before.role && { role }),
    ...(!sameSet(flags, before.flags) && { flags }),
    ...(!sameSet(branchIds, before.branchIds) && { branchIds }),
  };
  return Object.keys(change).length > 1 ? change : undefined;
}

export const changesRights = ({ role, flags, branchIds }: PersonChange): boolean =>
  role !== undefined || flags !== undefined || branchIds !== undefined;

export interface DraftFault {
  field: 'name' | 'email' | 'branchIds';
  message: string;
}

/** What the server would refuse, said before it is asked. */
export function faultsOf(draft: PersonDraft): DraftFault[] {
  const faults: DraftFault[] = [];
  if (draft.name.trim() === '') faults.push({ field: 'name', message: 'A name is needed.' });
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim()))
    faults.push({ field: 'email', message: 'An e-mail address is needed, like name@company.com.' });
  if (draft.role === 'branch_manager' && draft.branchIds.length === 0)
    faults.push({ field: 'branchIds', message: 'Choose a branch: without one this person sees nothing.' });
  return faults;
}
