import 'server-only';
import type { z } from 'zod';
import type { payInReply } from '../../../../contracts/batch-funding.schema.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseBatchGroup } from '../../../wise/resources/batch-groups.ts';
import { setGroup } from '../change-group.ts';
import { readBatchGroup } from '../read-detail.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import { requireFundable } from './fundable.ts';
import { beginFunding, findStandingFunding, transfersOf } from './funding-row.ts';
import { totalOf } from './total.ts';

type Way = NonNullable<WiseBatchGroup['payInDetails']>[number];

const labels: readonly [keyof Way, string][] = [
  ['name', 'Account holder'],
  ['iban', 'IBAN'],
  ['accountNumber', 'Account number'],
  ['bban', 'Account number (BBAN)'],
  ['bankCode', 'Bank code'],
  ['clearingNumber', 'Clearing number'],
  ['institutionNumber', 'Institution number'],
  ['transitNumber', 'Transit number'],
  ['branchName', 'Branch'],
  ['accountType', 'Account type'],
  ['fpsIdentifier', 'FPS identifier'],
  ['beneficiaryBankBIC', 'BIC'],
  ['intermediaryBankBIC', 'BIC of the intermediary bank'],
];

/**
 * Where to send the money. Whoever has seen it may have sent it, so the group is paid by bank transfer from now on; another
 * way is opened again only by two people who say that nothing was sent.
 * @throws AppError batch_past_this, batch_funding_stands where another way was begun, and what `requireFundable` throws
 *   before they are shown for the first time
 */
export async function showPayIn(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
): Promise<z.input<typeof payInReply>> {
  const { db } = parts.store;
  const { id } = await findGroupOrThrow(db, path);
  const isShown = (await findStandingFunding(db, id))?.way === 'BANK_TRANSFER';
  const wiseGroup = isShown
    ? await readShown(parts, path)
    : (await requireFundable(parts, operator, path)).wiseGroup;
  const ways = wiseGroup.payInDetails ?? [];
  if (ways.length === 0) throw new AppError('batch_past_this');
  await db.transaction(async (tx) => {
    const group = await findGroupOrThrow(tx, path, 'update');
    const standing = await findStandingFunding(tx, id);
    if (standing && standing.way !== 'BANK_TRANSFER') throw new AppError('batch_funding_stands');
    if (!standing)
      await beginFunding(tx, {
        groupId: id,
        way: 'BANK_TRANSFER',
        state: 'sent',
        personId: operator.personId,
        amount: totalOf(await transfersOf(tx, id)),
      });
    if (!group.payInShownAt) await setGroup(tx, id, { payInShownAt: new Date() });
  });
  return { ways: ways.map(toWay), group: await readBatchGroup(parts, path) };
}

/** What was shown once may be shown again, whatever the rules have become. */
async function readShown(parts: Runtime, path: BatchGroupPath): Promise<WiseBatchGroup> {
  const group = await findGroupOrThrow(parts.store.db, path);
  const { wiseGroup } = await readAtWise(parts, group, 'interactive');
  if (wiseGroup.status !== 'COMPLETED') throw new AppError('batch_past_this');
  return wiseGroup;
}

const toWay = (way: Way) => ({
  reference: way.reference,
  amount: way.amount,
  currency: way.currency,
  lines: [
    ...labels.flatMap(([key, label]) => {
      const value = way[key];
      return typeof value === 'string' && value !== '' ? [{ label, value }] : [];
    }),
    ...linesOfAddress('Bank', way.bankAddress),
    ...linesOfAddress('Wise’s address', way.transferWiseAddress),
  ],
});

function linesOfAddress(label: string, address: Record<string, unknown> | null) {
  const texts = Object.values(address ?? {}).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return texts.length > 0 ? [{ label, value: texts.join(', ') }] : [];
}
