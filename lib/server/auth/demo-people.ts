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

/** Cards of the emulator's demo data that are collected at a branch; a few wait at Wise for a branch to send them. */
export const demoCollections = [
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9003' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9008' },
  { branchId: 'leeds', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9012' },
  { branchId: 'london', cardToken: '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001' },
  { branchId: 'leeds', cardToken: '04880c3e-a6b1-4d58-8b2e-7c7a0377d9cc' },
  { branchId: 'leeds', cardToken: '7a10c7eb-0fa3-4793-a6dd-d23c33fb6f2d' },
  { branchId: 'leeds', cardToken: '65eda938-ab61-4271-ab18-4f7b862ab963' },
  { branchId: 'leeds', cardToken: 'dcca7fcf-c580-46d0-8361-49eef649b3d5' },
  { branchId: 'leeds', cardToken: '14e770bc-1826-4f57-945e-011a28208922' },
  { branchId: 'leeds', cardToken: '2e924196-5f42-4851-98a7-c7645d06b2cb' },
  { branchId: 'leeds', cardToken: '9b4c84a2-aa74-4743-a5bb-c0811344e210' },
  { branchId: 'london', cardToken: 'd673e3e9-1072-4784-9ee6-16a3d26879dc' },
  { branchId: 'london', cardToken: 'bfe257f3-f2ca-4b1d-bd9d-d60a187b5a19' },
  { branchId: 'london', cardToken: '7217ab79-05cc-481c-9b68-d410f3f639f7' },
  { branchId: 'london', cardToken: 'ab814f56-b5cc-4843-8a4b-fe117c816e27' },
  { branchId: 'london', cardToken: '55f0e50d-e838-4ea2-acf8-1ff63a831e69' },
  { branchId: 'london', cardToken: '1c0e19c9-e7ed-4d83-93bc-cafa2566ad32' },
  { branchId: 'bristol', cardToken: '38b90411-5f18-41c9-b3d0-5353c3f5767e' },
  { branchId: 'bristol', cardToken: '8277a339-8422-4701-b2cc-27bf68f717cf' },
  { branchId: 'bristol', cardToken: '23d2f838-3267-4dd7-938d-5bc79963d3be' },
  { branchId: 'bristol', cardToken: '0ba8eb3d-0ceb-4977-8d1f-aa59ecc115d4' },
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
