import { type Role, roles } from '../../catalogues/console-permissions.ts';
import type { StaffMember } from '../../contracts/staff.ts';
import { hrefOf } from '../url/write-url.ts';

/** All that the address says about the list. */
export interface StaffState {
  query: string;
  role: Role | '';
}

export const parseStaffState = (search: URLSearchParams): StaffState => ({
  query: search.get('query')?.trim().slice(0, 200) ?? '',
  role: roles.find((known) => known === search.get('role')) ?? '',
});

export const hrefForStaff = (state: StaffState): string => hrefOf('/settings/staff', { ...state });

/** By name, e-mail or branch: the whole staff is on the page already. */
export function findStaff(staff: readonly StaffMember[], { query, role }: StaffState): StaffMember[] {
  const wanted = query.toLowerCase();
  return staff.filter(
    (person) =>
      (role === '' || person.role === role) &&
      [person.name, person.email, ...person.branches.map(({ name }) => name)].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
  );
}
