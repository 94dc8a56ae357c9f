import { z } from 'zod';
import { kioskHealthStates } from '../catalogues/kiosk-health.ts';
import { printJobStates } from '../catalogues/printing.ts';
import { kioskId, printJob } from './card-productions.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './kiosk-board.ts';
import { printJobFilters, printJobList, printJobPage } from './print-jobs.schema.ts';

const count = z.number().int();
const branchId = z.string().min(1).max(60);

export const kioskHealth = z.object({
  state: z.enum(kioskHealthStates),
  /** In plain words, why. */
  because: z.string(),
  /** Of ended jobs in thirty days, 0 to 1; null where there was none. */
  successRate: z.number().nullable(),
  ended: count,
  medianMs: z.number().nullable(),
  lastFault: z.object({ status: z.string(), code: z.string().nullable(), at: instant }).nullable(),
  /** The same fault, one after the other, up to now. */
  sameFaultInARow: count,
});
export const boardKiosk = z.object({
  id: z.string(),
  place: z.string(),
  isActive: z.boolean(),
  health: kioskHealth,
  /** The other kiosk of the branch that does best, where this one is not to be used. */
  instead: z.string().nullable(),
  /** What it prints, or what waits there. */
  inHand: z.array(printJob),
  /** What became of the last twelve that ended, newest first. */
  outcomes: z.array(z.enum(printJobStates)),
  /** The newest of them: five on the board, all on the kiosk’s own page. */
  latest: z.array(printJob),
  /** The latest job, where it needs a hand and was not tried again since. */
  toFix: printJob.nullable(),
});
export const queuedCard = z.object({
  profileId: z.string(),
  cardToken: z.string(),
  lastFourDigits: z.string(),
  cardHolderName: z.string().nullable(),
  scheme: z.string(),
  /** Of its production at Wise: READY, or PRODUCTION_ERROR where a try failed. */
  status: z.string(),
  madeAt: z.string(),
  ageDays: count,
  /** Null for a card of no branch. */
  branchId: z.string().nullable(),
  /** The order that the card came from; null while the console has read none. */
  orderId: z.string().nullable(),
});
/** `branches`: those in use. `bestKioskId`: where a card is printed soonest. */
export const kioskBoard = z.object({
  branches: z.array(z.object({ id: z.string(), name: z.string(), kiosks: count, needsHand: z.boolean() })),
  branch: z.object({ id: z.string(), name: z.string(), isActive: z.boolean() }).nullable(),
  kiosks: z.array(boardKiosk),
  bestKioskId: z.string().nullable(),
  /** Oldest first, a hundred at most. */
  queue: z.array(queuedCard),
  queueLength: count,
  /** A fault behind all kiosks: it stops every one of them. */
  incident: z.object({ status: z.string(), code: z.string(), kiosks: count, since: instant }).nullable(),
  /** Who may stand by when plastic is destroyed. */
  witnesses: z.array(z.object({ id: z.uuid(), name: z.string() })),
  asOf: instant,
});
export const kioskBoardQuery = z.strictObject({ branchId: branchId.optional() });

export const kioskJobsQuery = z.strictObject({ ...printJobFilters, ...printJobPage });
const kioskPath = z.strictObject({ kioskId });

/** Thirty days in UTC, oldest first. */
const days = z.array(
  z.object({ day: z.iso.date(), printed: count, failed: count, medianMs: z.number().nullable() }),
);
/** By place of the fault, most first. */
const faults = z.array(z.object({ place: z.string(), count }));

export const kioskFigures = z.object({
  kiosk: boardKiosk.extend({ branchId: z.string(), branchName: z.string() }),
  days,
  faults,
  asOf: instant,
});

/** `fastMs` and `slowMs`: what one in ten printed cards stayed below, and what one in ten took longer than. */
export const branchFigures = z.object({
  branch: z.object({ id: z.string(), name: z.string() }),
  days,
  faults,
  kiosks: z.array(
    z.object({
      id: z.string(),
      place: z.string(),
      printed: count,
      failed: count,
      medianMs: z.number().nullable(),
      fastMs: z.number().nullable(),
      slowMs: z.number().nullable(),
    }),
  ),
  asOf: instant,
});

export const printJobDetail = z.object({
  job: printJob,
  /** Of the same card, oldest first. */
  tries: z.array(printJob),
  /** What Wise told of the card, oldest first. */
  told: z.array(
    z.object({
      id: z.uuid(),
      status: z.string(),
      kioskId: z.string().nullable(),
      errorCode: z.string().nullable(),
      occurredAt: instant.nullable(),
      at: instant,
    }),
  ),
  branchName: z.string().nullable(),
  asOf: instant,
});

/** A card of no branch: by its order, or by the holder’s whole name with the last four digits. */
const lookUp = z.union([
  z.strictObject({ branchId, orderId: z.string().regex(/^\d{1,19}$/, 'An order’s number.') }),
  z.strictObject({
    branchId,
    cardHolderName: z.string().trim().min(3).max(100),
    lastFourDigits: z.string().regex(/^\d{4}$/, 'Four digits.'),
  }),
]);
export const takeCardBody = lookUp;

export const getKioskBoard = serveEndpoint(endpoints.getKioskBoard, {
  query: kioskBoardQuery,
  reply: kioskBoard,
});
export const listKioskJobs = serveEndpoint(endpoints.listKioskJobs, {
  params: kioskPath,
  query: kioskJobsQuery,
  reply: printJobList,
});
export const getKioskFigures = serveEndpoint(endpoints.getKioskFigures, {
  params: kioskPath,
  reply: kioskFigures,
});
export const getBranchFigures = serveEndpoint(endpoints.getBranchFigures, {
  params: z.strictObject({ branchId }),
  reply: branchFigures,
});
export const getPrintJob = serveEndpoint(endpoints.getPrintJob, {
  params: z.strictObject({ jobId: z.uuid() }),
  reply: printJobDetail,
});
export const takeCard = serveEndpoint(endpoints.takeCard, {
  body: takeCardBody,
  reply: queuedCard,
  audit: {
    action: 'production.take-card',
    target: ({ body }: { body: z.output<typeof takeCardBody> }) => ({ type: 'branch', id: body.branchId }),
  },
});
