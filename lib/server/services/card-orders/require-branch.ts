import 'server-only';
import { eq } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';

/** @throws AppError not_found for another branch than the reader's own, validation_failed for one that takes no cards */
export async function requireBranch(
  { store }: Pick<Runtime, 'store'>,
  scope: CardScope,
  branchId: string,
): Promise<void> {
  if (scope !== 'all' && !scope.branchIds.includes(branchId)) throw new AppError('not_found');
  const [branch] = await store.db
    .select({ isActive: branches.isActive })
    .from(branches)
    .where(eq(branches.id, branchId));
  if (branch?.isActive) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'body.branchId', message: 'There is no such branch, or it is closed.' }],
  });
}
