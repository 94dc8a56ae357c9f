import 'server-only';
import { sql } from 'drizzle-orm';
import { longestCode } from '../../../catalogues/new-codes.ts';
import { isBuiltIn } from '../../catalogues/decline-reasons/catalogue.ts';
import { reasonAsEverybodyReads } from '../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../db/database.ts';
import { metCodes } from '../../db/schema/new-codes.ts';
import { readClassifications } from './read-classifications.ts';

/** Held together by all who tell by a classification, and alone, for a moment, by who brings the archive in line with it. */
const tellingLock = 727_007;

interface Declined {
  declineReason?: string | null | undefined;
  detailedDeclineReason?: string | null | undefined;
  toldReason?: string | null | undefined;
}

const codesOf = ({ declineReason, detailedDeclineReason }: Declined): string[] =>
  [declineReason, detailedDeclineReason].filter(
    (code): code is string => Boolean(code) && !isBuiltIn(code ?? ''),
  );

/**
 * Rows as everybody reads them by what compliance has agreed on, as the store has it in this very transaction: this process
 * may know what was true a moment ago. Codes that were never met before are noted.
 * @returns the rows in their order, and whether there was such a code
 */
export async function tellAsAgreed<Row extends Declined>(
  tx: Database,
  rows: readonly Row[],
): Promise<{ rows: readonly Row[]; hasNewCode: boolean }> {
  const codes = [...new Set(rows.flatMap(codesOf))].filter((code) => code.length <= longestCode).sort();
  if (codes.length === 0) return { rows, hasNewCode: false };
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${tellingLock})`);
  const met = await tx
    .insert(metCodes)
    .values(codes.map((code) => ({ code })))
    .onConflictDoNothing()
    .returning();
  const classified = await readClassifications(tx, codes);
  const told = rows.map((row) =>
    codesOf(row).length === 0
      ? row
      : {
          ...row,
          toldReason: reasonAsEverybodyReads(
            row.declineReason ?? null,
            row.detailedDeclineReason ?? null,
            classified,
          ),
        },
  );
  return { rows: told, hasNewCode: met.length > 0 };
}

/** Whoever told by what held until now has finished; who begins from here on tells by what holds now. */
export async function waitForTellers(db: Database): Promise<void> {
  await db.transaction((tx) => tx.execute(sql`select pg_advisory_xact_lock(${tellingLock})`));
}
