import type { z } from 'zod';
import type * as schema from './cases.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type DeskCase = z.output<typeof schema.deskCase>;
export type CaseDetail = z.output<typeof schema.caseDetail>;
export type CaseEntry = z.output<typeof schema.caseEntry>;
export type CaseList = z.output<typeof schema.casesReply>;
export type CardTimeline = z.output<typeof schema.cardTimeline>;
export type CardMoment = z.output<typeof schema.cardMoment>;
export type DeskCounts = z.output<typeof schema.deskCounts>;
export type RelatedTransaction = z.output<typeof schema.relatedTransaction>;
export type CasePath = { caseId: string };

/** Declined payments that compliance looks into, by the time they are due. */
export const listCases = defineEndpoint<{
  query: z.input<typeof schema.casesQuery>;
  reply: CaseList;
}>()({ method: 'GET', path: '/api/cases', consolePermission: 'cases.read' });

export const getCase = defineEndpoint<{ params: CasePath; reply: CaseDetail }>()({
  method: 'GET',
  path: '/api/cases/{caseId}',
  consolePermission: 'cases.read',
});

/** For compliance's own pages alone: no other reply holds a number of cases. */
export const getDeskCounts = defineEndpoint<{ reply: DeskCounts }>()({
  method: 'GET',
  path: '/api/cases/counts',
  consolePermission: 'cases.read',
});

/** What happened to the card before the payment and after it. */
export const getCaseCardTimeline = defineEndpoint<{ params: CasePath; reply: CardTimeline }>()({
  method: 'GET',
  path: '/api/cases/{caseId}/card-timeline',
  consolePermission: 'cases.read',
});

/** What the filters find, with true reasons, as CSV. */
export const exportCases = defineEndpoint<{
  query: z.input<typeof schema.casesExportQuery>;
  reply: string;
}>()({ method: 'GET', path: '/api/cases/export.csv', consolePermission: 'cases.export' });

/** Only one can have it: the second is told who does. */
export const takeCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.takeCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/take', consolePermission: 'cases.write' });

/** By whoever has it, to another person of compliance. */
export const handOverCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.handOverCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/hand-over', consolePermission: 'cases.write' });

export const addCaseNote = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.noteCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/notes', consolePermission: 'cases.write' });

/** By whoever has it. Closes it, or puts it to a second reader where a rule of it says so. */
export const decideCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.decideCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/decide', consolePermission: 'cases.write' });

/** The case is open again and belongs to whoever reopened it. */
export const reopenCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.reopenCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/reopen', consolePermission: 'cases.write' });

/** By anybody of compliance but who decided it: closes it as it was decided. */
export const agreeToCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.agreeCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/agree', consolePermission: 'cases.write' });

/** By anybody of compliance but who decided it: whoever had it goes on. */
export const disagreeWithCase = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.disagreeCaseBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/disagree', consolePermission: 'cases.write' });

/** What may belong to a case and does not yet. */
export const findNearby = defineEndpoint<{
  params: CasePath;
  reply: z.output<typeof schema.nearbyReply>;
}>()({ method: 'GET', path: '/api/cases/{caseId}/nearby', consolePermission: 'cases.read' });

export const linkTransactions = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.linkTransactionsBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/transactions', consolePermission: 'cases.write' });

export const unlinkTransaction = defineEndpoint<{
  params: CasePath;
  body: z.input<typeof schema.unlinkTransactionBody>;
  reply: CaseDetail;
}>()({ method: 'POST', path: '/api/cases/{caseId}/transactions/unlink', consolePermission: 'cases.write' });
