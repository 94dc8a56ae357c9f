import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { transferFormQuery } from '../../../../contracts/batch-payments.schema.ts';
import type { TransferForm } from '../../../../contracts/batch-payments.ts';
import type { Requirements } from '../../../../contracts/wise/recipients.ts';
import { recipients } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { WiseError } from '../../../wise/errors.ts';
import { listKnownRecipients } from '../../recipients/recipient-index.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readChosen, transferFields } from './form-fields.ts';

export interface TransferDraft {
  target: string;
  recipientId?: string | undefined;
  /** Of the account, where the payee is new. */
  type?: string | undefined;
  side: 'source' | 'target';
  amount: string;
}

export async function readTransferForm(
  parts: Runtime,
  path: BatchGroupPath,
  { chosen, ...draft }: z.output<typeof transferFormQuery>,
): Promise<TransferForm> {
  const group = await findGroupOrThrow(parts.store.db, path);
  const asked = await askOfTransfer(parts, group, draft, readChosen(chosen));
  if (!asked) return { known: null };
  const fields = transferFields(asked);
  return {
    known: {
      referenceLength: fields.find(({ key }) => key === 'reference')?.maxLength ?? null,
      fields: fields.filter(({ key }) => key !== 'reference'),
    },
  };
}

/**
 * What Wise asks of such a transfer. Wise: it wants a quote and a recipient who is there; for a new payee another one of the
 * same currency and kind of account stands in.
 * @returns undefined where there is none, or where Wise gives no quote for the amount
 */
export async function askOfTransfer(
  parts: Runtime,
  { profileId, sourceCurrency }: { profileId: string; sourceCurrency: string },
  { target, recipientId, type, side, amount }: TransferDraft,
  details: Readonly<Record<string, string>>,
): Promise<Requirements | undefined> {
  const { db } = parts.store;
  const payee =
    recipientId ?? (type === undefined ? undefined : await findLike(parts, profileId, target, type));
  if (payee === undefined || !(await isOf(parts, profileId, payee))) return undefined;
  const options = { userId: await findProfileUserOrThrow(db, profileId), priority: 'interactive' } as const;
  try {
    const quote = await parts.wise.quotes.createQuote(options, profileId, {
      sourceCurrency,
      targetCurrency: target,
      fixed: { side, amount },
      targetAccount: payee,
    });
    const [asked] = await parts.wise.transfers.getRequirements(options, {
      recipientId: payee,
      quoteId: quote.id,
      details,
    });
    return asked;
  } catch (error) {
    // The amount or the payee is not one that Wise takes: the check of the row says so.
    if (error instanceof WiseError && (error.kind === 'refused' || error.kind === 'not-found'))
      return undefined;
    throw error;
  }
}

/** No recipient of another profile, whose Wise user may be the same. */
async function isOf({ store }: Runtime, profileId: string, id: string): Promise<boolean> {
  const found = await store.db
    .select({ one: sql`1` })
    .from(recipients)
    .where(and(eq(recipients.profileId, profileId), eq(recipients.id, id), eq(recipients.isActive, true)));
  return found.length > 0;
}

async function findLike(
  parts: Runtime,
  profileId: string,
  currency: string,
  type: string,
): Promise<string | undefined> {
  const known = await listKnownRecipients(parts, profileId);
  return known.find((one) => one.isActive && one.currency === currency && one.type === type)?.id;
}
