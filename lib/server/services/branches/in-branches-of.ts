import 'server-only';
import { inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { CardScope } from '../../auth/operator.ts';

/** Only what belongs to the reader's branches; nothing for a manager of none. @param branchId the column that names the branch */
export const inBranchesOf = (scope: CardScope, branchId: PgColumn): SQL | undefined =>
  scope === 'all' ? undefined : inArray(branchId, scope.branchIds);
