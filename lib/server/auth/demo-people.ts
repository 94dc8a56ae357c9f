import 'server-only';
import type { PersonFlag, Role } from '../../catalogues/console-permissions.ts';

export const demoPassword = 'demo-console';
export const demoBranches = [
  { id: 'leeds', name: 'Leeds', place: '12 Boar Lane' },
  { id: 'london', name: 'London', place: '4 Holborn Viaduct' },
  { id: 'bristol', name: 'Bristol', place: '31 Corn Street' },
];
export const demoKiosks = [
  { id: 'WIS00001', branchId: 'leeds', place: 'Counter 1' },
  { id: 'WIS00002', branchId: 'leeds', place: 'Counter 2' },
  { id: 'WIS00003', branchId: 'london', place: 'Front hall' },
  { id: 'WIS00004', branchId: 'london', place: 'Back office' },
  { id: 'WIS00005', branchId: 'bristol', place: 'Counter 1' },
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
  /** Up to which amount the person may approve. */
  approvesUpTo?: string;
}
const person = (
  name: string,
  email: string,
  role: Role,
  flags: PersonFlag[] = [],
  more: Partial<Pick<DemoPerson, 'branchIds' | 'approvesUpTo'>> = {},
): DemoPerson => ({ name, email, role, flags, branchIds: [], ...more });

export const demoLimitCurrencies = ['EUR', 'GBP', 'USD'];

export const demoPeople = [
  person('Leah Brandt', 'operator@example.com', 'operator', ['reveal']),
  person('Tom Ashby', 'operator2@example.com', 'operator', ['reveal', 'approve'], {
    approvesUpTo: '100000',
  }),
  person('Ines Duarte', 'compliance@example.com', 'compliance'),
  person('Karim Haddad', 'compliance2@example.com', 'compliance', ['approve']),
  person('Grace Oduya', 'manager@example.com', 'branch_manager', [], { branchIds: ['leeds'] }),
  person('Victor Lindgren', 'admin@example.com', 'admin', ['approve'], { approvesUpTo: '1000000' }),
  person('Hanna Weiss', 'admin2@example.com', 'admin', ['approve'], { approvesUpTo: '1000000' }),
  person('Noor Rahman', 'auditor@example.com', 'auditor'),
];
