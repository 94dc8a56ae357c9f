import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type ApprovalDesk, openApprovalDesk } from '../../../../approvals/test-support/approval-desk.ts';
import type { Operator } from '../../../../auth/operator.ts';
import type { TransactionExport } from '../../../../../contracts/transaction-exports.ts';
import type { ArchiveListItem } from '../../../../../contracts/transactions.ts';
import { keepTransactions } from '../../archive/keep-transactions.ts';
import { type Told, toldTransaction } from '../../archive/test-support/told-transaction.ts';
import type { TransactionFilters } from '../../search/conditions.ts';
import { exportArchivedTransactions } from '../../search/export.ts';
import { listArchivedTransactions } from '../../search/list.ts';
import { followExports } from '../follow-exports.ts';
import { readExport } from '../list-exports.ts';

type Change = Pick<Told, 'id' | 'state' | 'amount'> & Partial<Told>;

/** A store with people who export, and an archive that Wise goes on telling of. */
export interface ExportDesk extends Pick<ApprovalDesk, 'as'> {
  parts: Pick<ApprovalDesk['parts'], 'store'> & { env: { reportingCurrency: string } };
  drop(): Promise<void>;
  /** One payment of 20 pounds for each state, or for each decline reason, at a shop of their own. */
  pay(...states: string[]): Promise<{ shop: string; ids: string[] }>;
  /** Each later than all before. */
  tell(...changes: Change[]): Promise<void>;
  /** An export under way. */
  begin(person: Operator, filters: TransactionFilters): Promise<{ exportId: string; response: Response }>;
  /** A whole one. @returns its id */
  take(person: Operator, filters: TransactionFilters): Promise<string>;
  follow(): Promise<void>;
  recordOf(person: Operator, exportId: string): Promise<TransactionExport>;
  changedIn(person: Operator, exportId: string, filters?: Partial<AskedList>): Promise<ArchiveListItem[]>;
  idsIn(person: Operator, exportId: string, filters?: Partial<AskedList>): Promise<string[]>;
}
type AskedList = Parameters<typeof listArchivedTransactions>[3];

const states = ['CANCELLED', 'COMPLETED', 'IN_PROGRESS'];
let lastId = 5000;
let second = 0;

export async function openExportDesk(): Promise<ExportDesk> {
  const { as, test } = await openApprovalDesk();
  const parts = { store: test.store, env: { reportingCurrency: 'GBP' } };
  const desk: ExportDesk = {
    as,
    parts,
    drop: test.drop,
    async tell(...changes) {
      const told = changes.map((one) => toldTransaction({ step: 'AUTH', second: ++second, ...one }));
      await keepTransactions(test.store, told, 'GBP');
    },
    async pay(...asked) {
      const shop = `Shop${randomUUID().slice(0, 8)}`;
      const payments = asked.map((one) => {
        const isState = states.includes(one);
        const id = String(++lastId);
        const state = isState ? one : 'DECLINED';
        return { id, state, reason: isState ? null : one, amount: '20.00', merchant: shop };
      });
      await desk.tell(...payments);
      return { shop, ids: payments.map(({ id }) => id) };
    },
    async begin(person, filters) {
      const asked = { sort: 'id', reason: 'audit', timeZone: 'UTC', ...filters } as const;
      const response = await exportArchivedTransactions(parts, person, 'all', asked, () => undefined);
      const name = response.headers.get('content-disposition') ?? '';
      return { exportId: /transactions-([-0-9a-f]{36})\.csv/.exec(name)?.[1] ?? '', response };
    },
    async take(person, filters) {
      const { exportId, response } = await desk.begin(person, filters);
      await response.text();
      return exportId;
    },
    follow: () => followExports(parts),
    recordOf: (person, exportId) => readExport(parts, person, exportId),
    async changedIn(person, exportId, filters = {}) {
      const asked = { sort: 'id', limit: 50, changedSinceExport: exportId, ...filters } as const;
      const { items, total } = await listArchivedTransactions(parts, person, 'all', asked);
      expect(total).toBe(items.length);
      return items;
    },
    async idsIn(person, exportId, filters) {
      const changed = await desk.changedIn(person, exportId, filters);
      return changed.map(({ id }) => id);
    },
  };
  return desk;
}
