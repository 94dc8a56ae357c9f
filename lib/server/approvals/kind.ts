import 'server-only';
import type { z } from 'zod';
import type { ApprovalKindName } from '../../catalogues/approval-kinds.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import type { approvals } from '../db/schema/approvals.ts';
import type { Runtime } from '../runtime.ts';

export type ApprovalRow = typeof approvals.$inferSelect;

/** What approvals work with. */
export type ApprovalParts = Pick<Runtime, 'store' | 'vault' | 'texts' | 'sessions'> & {
  jobs: Pick<Runtime['jobs'], 'ask'>;
};

/** One of several things that are accepted one by one: a new payee, a name that does not match. */
export interface ApprovalItem {
  /** Letters, digits, `.`, `_`, `:` and `-`, at most 80; unique within the approval. */
  key: string;
  kind: string;
  lines: string[];
}

export interface CarryOutContext {
  row: ApprovalRow;
  /** Who gave the last approval. */
  decider: Operator;
  /** Adds ids and codes to the audit row of that approval. */
  note(details: Record<string, unknown>): void;
}

/** What whoever gave the last approval is told, once. */
export interface ApprovalEffect {
  temporaryPassword?: string;
}

/**
 * A kind of act that takes a second person. One file per kind under `kinds/`, listed in `registry.ts` and in
 * `lib/catalogues/approval-kinds.ts`.
 */
export interface ApprovalKind<C, D = void> {
  kind: ApprovalKindName;
  /** What is approved, exactly. It is kept sealed and read back through this. */
  content: z.ZodType<C>;
  /**
   * Right and limit. That nobody decides on what they asked for, on their own rights or twice is seen to elsewhere, and so
   * is who may know of the approval at all.
   */
  mayDecide(operator: Operator, row: ApprovalRow): boolean;
  /**
   * Does what was approved, in the transaction of the last approval: both or neither. A kind without it leaves a standing
   * approval behind, which the act itself finds (`findStandingApproval`) and uses up (`consumeApproval`). Publishes no
   * events before it has changed its rows.
   * @throws AppError where it cannot be done any more; then the approval is not given either
   */
  carryOut?(tx: Database, content: C, context: CarryOutContext): Promise<D>;
  /** After the commit: what need not be undone with it. */
  afterApproval?(parts: ApprovalParts, content: C, done: D | undefined): Promise<ApprovalEffect>;
  /** From the asking on. */
  expiresAfterSeconds: number;
  /** From the last approval on, for a standing one; absent = as long as it is not used or void. */
  usableSeconds?: number;
  /** Whoever decides is not told which resource it is about: its lines have to do. */
  hidesResource?: true;
}

/** A kind among others, whose content is known to it alone. */
export interface RegisteredKind
  extends Omit<ApprovalKind<unknown>, 'content' | 'carryOut' | 'afterApproval'> {
  carriesOut: boolean;
  /** @returns what is left to do after the commit */
  approve(
    tx: Database,
    content: unknown,
    context: CarryOutContext,
  ): Promise<(parts: ApprovalParts) => Promise<ApprovalEffect>>;
}

export function registerKind<C, D>(kind: ApprovalKind<C, D>): RegisteredKind {
  const { content: schema, carryOut, afterApproval, ...rest } = kind;
  return {
    ...rest,
    carriesOut: carryOut !== undefined,
    async approve(tx, value, context) {
      const content = schema.parse(value);
      const done = await carryOut?.(tx, content, context);
      return async (parts) => (await afterApproval?.(parts, content, done)) ?? {};
    },
  };
}
