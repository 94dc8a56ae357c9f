import 'server-only';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

// Rows go as one parameter. A statement with a place for each value of a thousand rows takes longer to write than to run.

/**
 * Adds rows; all of them name the same columns, none of which holds JSON.
 * @param onConflict the end of the statement, `on conflict …`
 */
export async function insertMany<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly Table['$inferInsert'][],
  onConflict: SQL = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table, rows);
  const names = listOf(columns.map(([, column]) => nameOf(column)));
  await db.execute(
    sql`insert into ${table} (${names}) select ${names} from ${recordsOf(columns, rows)} ${onConflict}`,
  );
}

/** Sets in each row what it names beside its key; all of them name the same columns, none of which holds JSON. */
export async function updateMany<Table extends PgTable, Row extends Partial<Table['$inferInsert']>>(
  db: Database,
  table: Table,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table, rows);
  const isKey = ([name]: NamedColumn) => key.some((one) => one === name);
  const set = columns.filter((one) => !isKey(one)).map(([, column]) => isFresh(nameOf(column), column));
  const where = columns.filter(isKey).map(([, column]) => isFresh(sql`${column}`, column));
  await db.execute(
    sql`update ${table} set ${listOf(set)} from ${recordsOf(columns, rows)} where ${sql.join(where, sql` and `)}`,
  );
}

type NamedColumn = [name: string, column: PgColumn];

function columnsOf(table: PgTable, rows: readonly object[]): NamedColumn[] {
  const [first = {}] = rows;
  return Object.entries(getTableColumns(table)).filter(([name]) => Object.hasOwn(first, name));
}

function recordsOf(columns: readonly NamedColumn[], rows: readonly Record<string, unknown>[]): SQL {
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.map(([name, column]) => {
        const value = row[name] ?? null;
        return [column.name, value === null ? null : column.mapToDriverValue(value)];
      }),
    ),
  );
  const types = columns.map(([, column]) => sql`${nameOf(column)} ${sql.raw(column.getSQLType())}`);
  return sql`json_to_recordset(${JSON.stringify(records)}::text::json) as fresh(${listOf(types)})`;
}

const nameOf = (column: PgColumn): SQL => sql`${sql.identifier(column.name)}`;
const isFresh = (left: SQL, column: PgColumn): SQL => sql`${left} = fresh.${nameOf(column)}`;
const listOf = (parts: SQL[]): SQL => sql.join(parts, sql`, `);
