import 'server-only';
import type { PersonFlag, Role } from '../../catalogues/console-permissions.ts';

export const demoPassword = 'demo-console';
export const demoBranches = [
  { id: 'leeds', name: 'Leeds' },
  { id: 'london', name: 'London' },
  { id: 'bristol', name: 'Bristol' },
];

/** Cards of fixed token in the emulator's demo data; all others were sent by post. */
export const demoCollections = [
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9003' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9008' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9012' },
  { branchId: 'london', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001' },
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
