import 'server-only';
import type { z } from 'zod';
import { retentionClassOf, whatStays, wordsOfPassing } from '../../../catalogues/retention.ts';
import type { changeRetentionBody } from '../../../contracts/retention.schema.ts';
import { wordsOfDays } from '../../../format/durations.ts';
import { retentionChange } from '../../approvals/kinds/retention-change.ts';
import { requestApproval } from '../../approvals/request.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { previewRetention, readRule, retentionResource } from './read-retention.ts';

type Change = z.output<typeof changeRetentionBody>;

/**
 * Asks another administrator; until then the class is kept as long as before.
 * @returns the approval's id
 * @throws AppError validation_failed for fewer or more days than the class allows; conflict where it is no longer as it was
 * read, a change waits, or nothing would change
 */
export async function requestRetentionChange(
  { store, vault }: Pick<Runtime, 'store' | 'vault'>,
  operator: Operator,
  change: Change,
): Promise<string> {
  const { class: name, days, version } = change;
  const { least, most, title } = retentionClassOf(name);
  if (days < least || days > most)
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.days', message: `From ${wordsOfDays(least)} to ${wordsOfDays(most)}.` }],
    });
  const { cutoff, passes } = await previewRetention(store.db, operator, name, days);
  return store.db.transaction(async (tx) => {
    const before = await readRule(tx, name);
    if (before.version !== version) throw new AppError('conflict');
    if (before.days === days) throw new AppError('conflict', { detail: 'It is kept that long already.' });
    const { approvalId } = await requestApproval({ vault }, tx, retentionChange, {
      operator,
      content: change,
      subject: title,
      lines: [
        `${title}: ${wordsOfDays(before.days)} → ${wordsOfDays(days)}.`,
        ...(days < before.days
          ? [`Deletes at once and for ever: ${wordsOfPassing(name, cutoff, passes)}.`, whatStays]
          : []),
      ],
      resource: retentionResource(name),
      alone: 'of-resource',
    });
    return approvalId;
  });
}
