import 'server-only';
import type { CardScope } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readBranches } from '../branches/read-branches.ts';

export interface PlasticBranch {
  id: string;
  name: string;
  timeZone: string;
}

/** @throws AppError not_found, for another's branch as well */
export async function locateBranch(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  branchId: string | undefined,
): Promise<PlasticBranch> {
  const own = await readBranches(db, scope);
  const found = own.find(({ id }) => branchId === undefined || id === branchId);
  if (found) return { id: found.id, name: found.name, timeZone: found.timeZone };
  throw new AppError('not_found');
}
