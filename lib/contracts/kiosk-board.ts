import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './kiosk-board.schema.ts';
import type { PrintJobList } from './print-jobs.ts';

export type KioskBoard = z.output<typeof schema.kioskBoard>;
export type BoardKiosk = z.output<typeof schema.boardKiosk>;
export type KioskHealth = z.output<typeof schema.kioskHealth>;
export type QueuedCard = z.output<typeof schema.queuedCard>;
export type KioskFigures = z.output<typeof schema.kioskFigures>;
export type BranchFigures = z.output<typeof schema.branchFigures>;
export type PrintJobDetail = z.output<typeof schema.printJobDetail>;
type KioskPath = { kioskId: string };

/** A branch's kiosks with what they print, how they do, and the cards that wait. Without a branch: the reader's first. Administrators read one out of use as well. */
export const getKioskBoard = defineEndpoint<{
  query: z.input<typeof schema.kioskBoardQuery>;
  reply: KioskBoard;
}>()({ method: 'GET', path: '/api/kiosks/board', consolePermission: 'kiosks.read' });

/** What was sent to a kiosk, newest first. */
export const listKioskJobs = defineEndpoint<{
  params: KioskPath;
  query: z.input<typeof schema.kioskJobsQuery>;
  reply: PrintJobList;
}>()({ method: 'GET', path: '/api/kiosks/{kioskId}/jobs', consolePermission: 'kiosks.read' });

/** How a kiosk did, day by day, and what went wrong. */
export const getKioskFigures = defineEndpoint<{ params: KioskPath; reply: KioskFigures }>()({
  method: 'GET',
  path: '/api/kiosks/{kioskId}/figures',
  consolePermission: 'kiosks.read',
});

/** How a branch’s kiosks did, day by day and against each other, and what went wrong. */
export const getBranchFigures = defineEndpoint<{ params: { branchId: string }; reply: BranchFigures }>()({
  method: 'GET',
  path: '/api/branches/{branchId}/figures',
  consolePermission: 'kiosks.read',
});

/** One attempt, with the others of its card and everything Wise told. */
export const getPrintJob = defineEndpoint<{ params: { jobId: string }; reply: PrintJobDetail }>()({
  method: 'GET',
  path: '/api/print-jobs/{jobId}',
  consolePermission: 'kiosks.read',
});

/**
 * Makes a card that belongs to no branch one that is collected at this one. It is found by exact words only, a few times an
 * hour, and each look-up is recorded.
 */
export const takeCard = defineEndpoint<{
  body: z.input<typeof schema.takeCardBody>;
  reply: QueuedCard;
}>()({ method: 'POST', path: '/api/kiosks/unassigned-cards', consolePermission: 'production.send' });
