import 'server-only';
import { asc, eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { caseEntryKinds, caseOutcomes, severities } from '../../../catalogues/decline-desk.ts';
import type { CaseEntry } from '../../../contracts/cases.ts';
import { caseEntries, declineCases } from '../../db/schema/cases.ts';
import type { Runtime } from '../../runtime.ts';

/** Where what is written in a case lies; the subject is the card. */
export const textPlace = { table: 'case_entries', column: 'text_sealed' };
const kindSchema = z.enum(caseEntryKinds);
/** Codes and ids only. `into`: the case that this one went on in. */
export const entryDetails = z.object({
  to: z.uuid().optional(),
  outcome: z.enum(caseOutcomes).optional(),
  severity: z.enum(severities).optional(),
  followUpOn: z.iso.date().optional(),
  mentions: z.array(z.uuid()).optional(),
  transactions: z.array(z.string()).optional(),
  merged: z.array(z.uuid()).optional(),
  into: z.uuid().optional(),
});

/** What was done and written in a case, and in those that went on in it; the oldest first. */
export async function readEntries(
  { store, texts }: Pick<Runtime, 'store' | 'texts'>,
  caseId: string,
  nameOf: ReadonlyMap<string, string>,
): Promise<CaseEntry[]> {
  const rows = await store.db
    .select({ entry: caseEntries, cardToken: declineCases.cardToken })
    .from(caseEntries)
    .innerJoin(declineCases, eq(declineCases.id, caseEntries.caseId))
    .where(or(eq(declineCases.id, caseId), eq(declineCases.mergedInto, caseId)))
    .orderBy(asc(caseEntries.at));
  const read = rows.map(async ({ cardToken, entry }) => {
    const { at, id, kind, personId, textSealed } = entry;
    const {
      followUpOn,
      into,
      mentions = [],
      merged,
      outcome,
      severity,
      to,
      transactions,
    } = entryDetails.parse(entry.details);
    const isOfMerged = entry.caseId !== caseId;
    // The case they went on in tells of the merger itself.
    if (isOfMerged && into !== undefined) return undefined;
    return {
      id,
      kind: kindSchema.parse(kind),
      at: at.toISOString(),
      by: personId === null ? null : (nameOf.get(personId) ?? ''),
      to: to === undefined ? null : (nameOf.get(to) ?? ''),
      mentions: mentions.map((one) => nameOf.get(one) ?? ''),
      count: transactions?.length ?? merged?.length ?? null,
      isOfMerged,
      outcome: outcome ?? null,
      severity: severity ?? null,
      followUpOn: followUpOn ?? null,
      text: textSealed === null ? null : ((await texts.openFor(cardToken, textPlace, textSealed)) ?? null),
    };
  });
  return (await Promise.all(read)).filter((entry) => entry !== undefined);
}
