import 'server-only';
import { aliasedTable, desc, eq, inArray } from 'drizzle-orm';
import type { CodeClassification } from '../../../contracts/new-codes.ts';
import { codeClassification } from '../../../contracts/new-codes.schema.ts';
import { isBuiltIn } from '../../catalogues/decline-reasons/catalogue.ts';
import type { ClassifiedEntry } from '../../catalogues/decline-reasons/classifications.ts';
import type { Database } from '../../db/database.ts';
import { codeClassifications } from '../../db/schema/new-codes.ts';
import { people } from '../../db/schema/staff.ts';

/** One version of what a code means. */
export interface Version {
  code: string;
  version: number;
  /** Null: taken back, or nothing that this version of the console understands. */
  classification: CodeClassification | null;
  proposedBy: string;
  agreedBy: string;
  agreedAt: Date;
  retoldAt: Date | null;
}

const proposer = aliasedTable(people, 'proposer');

/** Every version, the newest of each code first. @param codes of all codes where none are named */
export async function readVersions(db: Database, codes?: readonly string[]): Promise<Version[]> {
  const table = codeClassifications;
  const rows = await db
    .select({ row: table, proposedBy: proposer.name, agreedBy: people.name })
    .from(table)
    .innerJoin(people, eq(people.id, table.agreedBy))
    .innerJoin(proposer, eq(proposer.id, table.proposedBy))
    .where(codes && inArray(table.code, [...codes]))
    .orderBy(table.code, desc(table.version));
  return rows.map(({ row, ...names }) => ({ ...row, ...names, classification: parse(row.classification) }));
}

const parse = (kept: unknown): CodeClassification | null => codeClassification.safeParse(kept).data ?? null;

/** @returns undefined where nobody ever classified it */
export async function readNewest(db: Database, code: string): Promise<Version | undefined> {
  return (await readVersions(db, [code]))[0];
}

/** What holds now, by code. What the console came with an entry for since needs no other. */
export async function readClassifications(
  db: Database,
  codes?: readonly string[],
): Promise<Map<string, ClassifiedEntry>> {
  const found = new Map<string, ClassifiedEntry>();
  const seen = new Set<string>();
  for (const version of await readVersions(db, codes)) {
    const { classification, code } = version;
    const isNewest = !seen.has(code);
    seen.add(code);
    if (isNewest && classification && !isBuiltIn(code)) found.set(code, toEntry(version, classification));
  }
  return found;
}

function toEntry(
  { agreedAt, agreedBy, proposedBy, version }: Version,
  { level, ...meaning }: CodeClassification,
): ClassifiedEntry {
  return {
    ...meaning,
    disclosure: level,
    remedy: 'none',
    version,
    classifiedAt: agreedAt.toISOString(),
    classifiedBy: [proposedBy, agreedBy],
  };
}
