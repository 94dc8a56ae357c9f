import 'server-only';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import { formatMoney } from '../../../../format/money.ts';
import { readApproversOf } from '../../../approvals/counting.ts';
import { batchConversionKind } from '../../../approvals/kinds/batch-conversion.ts';
import { requestApproval } from '../../../approvals/request.ts';
import { voidApprovals } from '../../../approvals/standing.ts';
import { stateOf } from '../../../approvals/state.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import {
  ceilingOf,
  contentOf,
  doTheyCover,
  findLatest,
  isGiven,
  readShortage,
  readWorths,
  type Shortage,
} from './conversion.ts';
import { conversionOf, whyOver } from './conversion-content.ts';
import type { Group } from '../run/row-outcome.ts';
import { findStandingFunding } from './funding-row.ts';

/**
 * Asks a second person to let Wise take from other balances what the group's own is short of.
 * @returns the id of the approval
 * @throws AppError batch_past_this, batch_funding_stands, batch_changed_at_wise; batch_conversion_not_needed where nothing is
 *   short; batch_balance_short where the others do not cover it; conflict where a request waits
 */
export async function requestConversion(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
): Promise<string> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  const { isAsKnown, wiseGroup } = await readAtWise(parts, group, 'interactive');
  if (wiseGroup.status !== 'COMPLETED') throw new AppError('batch_past_this');
  if (!isAsKnown) throw new AppError('batch_changed_at_wise');
  const options = {
    userId: await findProfileUserOrThrow(db, group.profileId),
    priority: 'interactive',
  } as const;
  const shortage = await readShortage(parts, options, group);
  if (shortage.short.lte(0)) throw new AppError('batch_conversion_not_needed');
  const balances = await readWorths(parts, options, group, shortage);
  if (!doTheyCover(shortage, balances)) throw new AppError('batch_balance_short');
  const { sourceCurrency } = group;
  const money = (amount: string, currency = sourceCurrency) => formatMoney(amount, currency);
  const ceiling = ceilingOf(shortage);
  const resource = conversionOf(group.id);
  return db.transaction(async (tx) => {
    await findGroupOrThrow(tx, path, 'update');
    if (await findStandingFunding(tx, group.id)) throw new AppError('batch_funding_stands');
    await requireToAsk(parts, tx, group, shortage);
    await voidApprovals(parts, tx, resource, `${operator.name} asked again. This no longer counts.`);
    const { approvalId } = await requestApproval(parts, tx, batchConversionKind, {
      operator,
      content: {
        groupId: group.id,
        profileId: group.profileId,
        sourceCurrency,
        transfersDigest: shortage.transfersDigest,
        total: shortage.total,
        ceiling,
        balances: shortage.others.map(({ amount, currency, id }) => ({ id, currency, amount: amount.value })),
      },
      subject: group.name,
      lines: [
        `The group takes ${money(shortage.takes)}. The ${sourceCurrency} balance is short by ${money(shortage.short.toFixed())}.`,
        `Wise may convert at most ${money(ceiling)} into it, at its own rate and fee.`,
        ...balances.map(
          ({ available, currency, worth }) =>
            `It may take from the ${currency} balance: ${money(available, currency)} now${worth === null ? '' : `, about ${money(worth)}`}.`,
        ),
        'Wise chooses which of them. Nobody can undo a conversion.',
      ],
      resource,
      profileId: group.profileId,
      amount: { value: ceiling, currency: sourceCurrency },
    });
    return approvalId;
  });
}

/** @throws AppError conflict where a request waits; batch_conversion_not_needed where one was agreed to and still holds */
async function requireToAsk(
  { vault }: Pick<Runtime, 'vault'>,
  tx: Database,
  group: Group,
  shortage: Shortage,
): Promise<void> {
  const latest = await findLatest(tx, group.id);
  if (!latest) return;
  if (stateOf(latest) === 'pending')
    throw new AppError('conflict', { detail: 'A request about this waits for approval already.' });
  const doesHold = isGiven(latest) && (await readApproversOf(tx, latest)).length >= latest.needed;
  if (doesHold && whyOver(contentOf(vault, latest), shortage) === undefined)
    throw new AppError('batch_conversion_not_needed');
}
