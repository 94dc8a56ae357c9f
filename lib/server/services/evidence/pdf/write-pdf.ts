import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { countOf } from '../../../../format/counts.ts';
import { formatId } from '../../../../format/ids.ts';
import { formatDetailTime, zoneLabel } from '../../../../format/times.ts';
import type { Evidence } from '../evidence.ts';
import { Paper } from './paper.ts';
import { writeCase } from './write-case.ts';
import { writeTransaction } from './write-transaction.ts';

export const restrictedMark = 'Restricted – do not disclose';

/** The package to read: who made it for whom, the case, and each transaction with all its states. */
export async function writeEvidencePdf(evidence: Evidence): Promise<Buffer> {
  const { asOf, id, keyId, madeBy, reason, recipient, timeZone, transactions } = evidence;
  const timeOf = (iso: string) => formatDetailTime(iso, timeZone);
  const zone = zoneLabel(timeZone, new Date(asOf));
  const paper = new Paper({
    title: `Evidence ${id}`,
    mark: restrictedMark,
    foot: `Evidence ${formatId(id)} · as of ${timeOf(asOf)} · times in ${zone}`,
  });
  paper.title('Evidence');
  paper.facts([
    ['Evidence', id],
    ['For', recipient],
    ['Reason', reason],
    ['Made by', `${madeBy}, compliance`],
    ['As of', `${timeOf(asOf)}: what the console’s archive held then`],
    ['Times', zone],
    [
      'Holds',
      `${evidence.case ? 'A case of the decline desk with ' : ''}${countOf(transactions.length, 'transaction')}`,
    ],
    [
      'Signed with',
      `the console’s key ${keyId}; how-to-check.txt beside this document says how it is checked`,
    ],
  ]);
  paper.text(
    'Each state of a transaction is told with its source: a delivery is what Wise sent by itself, a reading is what Wise answered when the console asked. What people decided comes from the console’s own record. Letters that this document’s font lacks stand as code points; evidence.json holds them as they are.',
  );
  if (evidence.case) writeCase(paper, evidence.case, timeOf);
  paper.heading('Transactions, the oldest first', 100);
  for (const [place, transaction] of transactions.entries()) {
    writeTransaction(paper, place + 1, transaction, timeOf);
    // Many take seconds: others are served in between.
    await setImmediate();
  }
  return paper.finish();
}
