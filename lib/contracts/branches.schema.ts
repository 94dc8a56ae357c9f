import { z } from 'zod';
import { kioskIdAdvice, kioskIdForm } from '../catalogues/kiosks.ts';
import * as endpoints from './branches.ts';
import { listOf, serveEndpoint, timeZoneName } from './endpoint-schema.ts';

export const branchId = z.string().min(1).max(60);
export const kioskId = z.string().min(1).max(60);

/** `kiosks`: those in use. `managers`: people who may sign in and see this branch. */
export const registeredBranch = z.object({
  id: branchId,
  name: z.string(),
  place: z.string(),
  timeZone: z.string(),
  isActive: z.boolean(),
  version: z.number().int(),
  kiosks: z.number().int(),
  managers: z.number().int(),
});
export const kiosk = z.object({
  id: kioskId,
  branchId,
  branchName: z.string(),
  place: z.string(),
  note: z.string(),
  /** Not in use: no card is sent there any more. */
  isActive: z.boolean(),
  version: z.number().int(),
});
export const branchList = listOf(registeredBranch);
export const kioskList = listOf(kiosk);

const name = z.string().trim().min(1, 'A name is needed.').max(80);
const place = z.string().trim().max(160);
export const addBranchBody = z.strictObject({
  name,
  place: place.default(''),
  timeZone: timeZoneName.default('Europe/London'),
});
/** Only what is given changes. `version`: as read, so that nobody overwrites what they did not see. */
export const updateBranchBody = z.strictObject({
  version: z.number().int(),
  name: name.optional(),
  place: place.optional(),
  timeZone: timeZoneName.optional(),
  isActive: z.boolean().optional(),
});

const kioskPlace = place.min(1, 'Say where in the branch it stands.');
const note = z.string().trim().max(300);
export const addKioskBody = z.strictObject({
  id: z.string().trim().regex(kioskIdForm, kioskIdAdvice),
  branchId,
  place: kioskPlace,
  note: note.default(''),
});
export const updateKioskBody = z.strictObject({
  version: z.number().int(),
  branchId: branchId.optional(),
  place: kioskPlace.optional(),
  note: note.optional(),
  isActive: z.boolean().optional(),
});

const target =
  (type: 'branch' | 'kiosk') =>
  ({ params }: { params: Record<string, string> }) => ({
    type,
    id: params[`${type}Id`] ?? 'new',
  });

export const listBranches = serveEndpoint(endpoints.listBranches, { reply: branchList });
export const addBranch = serveEndpoint(endpoints.addBranch, {
  body: addBranchBody,
  reply: registeredBranch,
  audit: { action: 'branches.add', target: target('branch') },
});
export const updateBranch = serveEndpoint(endpoints.updateBranch, {
  params: z.strictObject({ branchId }),
  body: updateBranchBody,
  reply: registeredBranch,
  audit: {
    action: 'branches.update',
    target: target('branch'),
    details: ({ isActive, timeZone: zone }: z.output<typeof updateBranchBody>) => ({
      ...(zone !== undefined && { timeZone: zone }),
      ...(isActive !== undefined && { isActive }),
    }),
  },
});
export const listKiosks = serveEndpoint(endpoints.listKiosks, { reply: kioskList });
export const addKiosk = serveEndpoint(endpoints.addKiosk, {
  body: addKioskBody,
  reply: kiosk,
  audit: {
    action: 'kiosks.add',
    target: ({ body }: { body: z.output<typeof addKioskBody> }) => ({ type: 'kiosk' as const, id: body.id }),
    details: ({ branchId: at }: z.output<typeof addKioskBody>) => ({ branchId: at }),
  },
});
export const updateKiosk = serveEndpoint(endpoints.updateKiosk, {
  params: z.strictObject({ kioskId }),
  body: updateKioskBody,
  reply: kiosk,
  audit: {
    action: 'kiosks.update',
    target: target('kiosk'),
    // What the note says stays in the register: the trail holds codes.
    details: ({ branchId: at, isActive }: z.output<typeof updateKioskBody>) => ({
      ...(at !== undefined && { branchId: at }),
      ...(isActive !== undefined && { isActive }),
    }),
  },
});
