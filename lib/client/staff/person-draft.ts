import { flagsOfRole, type PersonFlag, type Role } from '../../catalogues/console-permissions.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import type { NewPerson, PersonChange } from './mutations.ts';

export interface ApprovalLimit {
  currency: string;
  amount: string;
}

/** What the dialog for a person holds. */
export interface PersonDraft {
  name: string;
  email: string;
  role: Role;
  flags: PersonFlag[];
  branchIds: string[];
  /** As typed. */
  approvalLimits: ApprovalLimit[];
}

export const emptyDraft: PersonDraft = {
  name: '',
  email: '',
  role: 'operator',
  flags: [],
  branchIds: [],
  approvalLimits: [],
};

export const draftOf = (person: StaffMember): PersonDraft => ({
  name: person.name,
  email: person.email,
  role: person.role,
  flags: person.flags,
  branchIds: person.branches.map(({ id }) => id),
  approvalLimits: person.approvalLimits,
});

/** Each role has flags of its own, only branch managers have branches; what belongs to another role goes with it. */
export function toNewPerson(draft: PersonDraft): NewPerson {
  return {
    name: draft.name.trim(),
    email: draft.email.trim(),
    role: draft.role,
    flags: draft.flags.filter((flag) => flagsOfRole[draft.role].includes(flag)),
    branchIds: draft.role === 'branch_manager' ? [...draft.branchIds] : [],
    approvalLimits: mayHaveLimits(draft) ? draft.approvalLimits.map(tidied) : [],
  };
}

/** A limit means something only with the flag; compliance decides on nothing that has an amount. */
export const mayHaveLimits = ({ flags, role }: Pick<PersonDraft, 'flags' | 'role'>): boolean =>
  (role === 'operator' || role === 'admin') && flags.includes('approve');

/** “10,000” is typed as it is read. */
const tidied = ({ amount, currency }: ApprovalLimit): ApprovalLimit => ({
  currency: currency.trim().toUpperCase(),
  amount: amount.replaceAll(/[,\s]/g, ''),
});
const textOf = (limits: readonly ApprovalLimit[]) =>
  limits.map(({ amount, currency }) => `${currency} ${amount}`);

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((value) => b.includes(value));

/** @returns only what differs, with the version that was seen; undefined where nothing does */
export function toPersonChange(person: StaffMember, draft: PersonDraft): PersonChange | undefined {
  const before = draftOf(person);
  const { name, role, flags = [], branchIds = [], approvalLimits = [] } = toNewPerson(draft);
  const change: PersonChange = {
    version: person.version,
    ...(name !== before.name && { name }),
    ...(role !== before.role && { role }),
    ...(!sameSet(flags, before.flags) && { flags }),
    ...(!sameSet(branchIds, before.branchIds) && { branchIds }),
    ...(!sameSet(textOf(approvalLimits), textOf(before.approvalLimits)) && { approvalLimits }),
  };
  return Object.keys(change).length > 1 ? change : undefined;
}

export const changesRights = ({ role, flags, branchIds, approvalLimits }: PersonChange): boolean =>
  [role, flags, branchIds, approvalLimits].some((value) => value !== undefined);

export interface DraftFault {
  field: 'name' | 'email' | 'branchIds' | 'approvalLimits';
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
  const limits = mayHaveLimits(draft) ? draft.approvalLimits.map(tidied) : [];
  if (limits.some(({ currency }) => !/^[A-Z]{3}$/.test(currency)))
    faults.push({ field: 'approvalLimits', message: 'A currency has three letters, like GBP.' });
  else if (limits.some(({ amount }) => !/^\d{1,15}(\.\d{1,4})?$/.test(amount)))
    faults.push({ field: 'approvalLimits', message: 'A limit is an amount, like 10,000.' });
  else if (new Set(limits.map(({ currency }) => currency)).size < limits.length)
    faults.push({ field: 'approvalLimits', message: 'Give each currency one limit.' });
  return faults;
}
