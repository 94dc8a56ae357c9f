import 'server-only';
import type { PersonFlag, Role } from '../../catalogues/console-permissions.ts';

export const demoPassword = 'demo-console';
export const demoBranches = [
  { id: 'leeds', name: 'Leeds' },
  { id: 'london', name: 'London' },
  { id: 'bristol', name: 'Bristol' },
];

interface DemoPerson {
  name: string;
  email: string;
  role: Role;
  flags: PersonFlag[];
  branchIds: string[];
}
const person = (
  name: string,
  email: string,
  role: Role,
  flags: PersonFlag[] = [],
  branchIds: string[] = [],
): DemoPerson => ({
  name,
  email,
  role,
  flags,
  branchIds,
});

export const demoPeople = [
  person('Leah Brandt', 'operator@example.com', 'operator', ['reveal']),
  person('Tom Ashby', 'operator2@example.com', 'operator', ['reveal']),
  person('Ines Duarte', 'compliance@example.com', 'compliance'),
  person('Karim Haddad', 'compliance2@example.com', 'compliance'),
  person('Grace Oduya', 'manager@example.com', 'branch_manager', [], ['leeds']),
  person('Victor Lindgren', 'admin@example.com', 'admin'),
  person('Hanna Weiss', 'admin2@example.com', 'admin'),
  person('Noor Rahman', 'auditor@example.com', 'auditor'),
];
