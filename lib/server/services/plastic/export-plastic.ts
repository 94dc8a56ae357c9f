import 'server-only';
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { plasticKinds, plasticRules, signedKind } from '../../../catalogues/plastic.ts';
import { addDays } from '../../../format/times.ts';
import { plasticMovements } from '../../db/schema/kiosks.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import type { PlasticBranch } from './locate-branch.ts';
import { readBalances } from './read-sums.ts';

interface Line {
  day: string;
  what: string;
  quantity: number | null;
  kioskId?: string | null;
  recordedBy?: string;
  witnessedBy?: string | null;
  note?: string;
  at?: string;
}

const columns: CsvColumn<Line>[] = [
  { header: 'Day', value: ({ day }) => day },
  { header: 'What', value: ({ what }) => what },
  { header: 'Cards', value: ({ quantity }) => (quantity === null ? '' : String(quantity)) },
  { header: 'Kiosk', value: ({ kioskId }) => kioskId },
  { header: 'Recorded by', value: ({ recordedBy }) => recordedBy },
  { header: 'Witnessed by', value: ({ witnessedBy }) => witnessedBy },
  { header: 'Note', value: ({ note }) => note },
  { header: 'Written', isTime: true, value: ({ at }) => at },
];

/** Each day of the month: its rows in their order, then what they come to. */
export async function exportPlastic(
  { store: { db } }: Runtime,
  branch: PlasticBranch,
  month: string,
): Promise<Response> {
  const from = `${month}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  const until = addDays(next, -1);
  const witness = alias(people, 'witness');
  const [written, balances] = await Promise.all([
    db
      .select({ row: plasticMovements, recordedBy: people.name, witnessedBy: witness.name })
      .from(plasticMovements)
      .innerJoin(people, eq(people.id, plasticMovements.recordedBy))
      .leftJoin(witness, eq(witness.id, plasticMovements.witnessedBy))
      .where(
        and(
          eq(plasticMovements.branchId, branch.id),
          gte(plasticMovements.day, from),
          lt(plasticMovements.day, next),
        ),
      )
      .orderBy(asc(plasticMovements.day), asc(plasticMovements.createdAt)),
    readBalances(db, branch, until),
  ]);
  const lines = balances
    .filter(({ day }) => day >= from)
    .flatMap((balance): Line[] => {
      const { day } = balance;
      const sum = (what: string, quantity: number | null): Line => ({ day, what, quantity });
      const rows = written.filter(({ row }) => row.day === day);
      const hasAnything = rows.length > 0 || balance.produced > 0;
      if (!hasAnything) return [];
      return [
        ...rows.map(
          ({ row, recordedBy, witnessedBy }): Line => ({
            day,
            what: wordOf(row.kind),
            quantity: row.kind === signedKind ? null : row.quantity,
            kioskId: row.kioskId,
            recordedBy,
            witnessedBy,
            note: row.note,
            at: row.createdAt.toISOString(),
          }),
        ),
        sum('Produced, by the print jobs', balance.produced),
        sum('Expected at closing', balance.expected),
        sum('Difference at opening', balance.differenceAtOpen),
        sum('Difference at closing', balance.differenceAtClose),
        sum('Spoiled, to be destroyed', balance.toDestroy),
      ];
    });
  return csvResponse(`plastic-${branch.id}-${month}.csv`, columns, [lines], branch.timeZone);
}

function wordOf(kind: string): string {
  const known = plasticKinds.find((one) => one === kind);
  return known ? plasticRules[known].name : kind === signedKind ? 'Signed' : kind;
}
