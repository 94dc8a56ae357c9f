import type { z } from 'zod';
import type * as schema from './branches.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type RegisteredBranch = z.output<typeof schema.registeredBranch>;
export type BranchList = z.output<typeof schema.branchList>;
export type Kiosk = z.output<typeof schema.kiosk>;
export type KioskList = z.output<typeof schema.kioskList>;

/** Where cards are collected; a branch manager is told the own ones. */
export const listBranches = defineEndpoint<{ reply: BranchList }>()({
  method: 'GET',
  path: '/api/branches',
  consolePermission: 'branches.read',
});
/** Its id is made of its name and stays when the name changes. */
export const addBranch = defineEndpoint<{
  body: z.input<typeof schema.addBranchBody>;
  reply: RegisteredBranch;
}>()({ method: 'POST', path: '/api/branches', consolePermission: 'branches.write' });
export const updateBranch = defineEndpoint<{
  params: { branchId: string };
  body: z.input<typeof schema.updateBranchBody>;
  reply: RegisteredBranch;
}>()({ method: 'PATCH', path: '/api/branches/{branchId}', consolePermission: 'branches.write' });

/** The register of kiosks. Wise lists none, so administrators keep it. */
export const listKiosks = defineEndpoint<{ reply: KioskList }>()({
  method: 'GET',
  path: '/api/kiosks',
  consolePermission: 'kiosks.read',
});
/** Under the id that was agreed with Wise, which cannot be changed later. */
export const addKiosk = defineEndpoint<{ body: z.input<typeof schema.addKioskBody>; reply: Kiosk }>()({
  method: 'POST',
  path: '/api/kiosks',
  consolePermission: 'kiosks.write',
});
export const updateKiosk = defineEndpoint<{
  params: { kioskId: string };
  body: z.input<typeof schema.updateKioskBody>;
  reply: Kiosk;
}>()({ method: 'PATCH', path: '/api/kiosks/{kioskId}', consolePermission: 'kiosks.write' });
