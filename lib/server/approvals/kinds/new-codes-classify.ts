import 'server-only';
import { z } from 'zod';
import { codeClassification } from '../../../contracts/new-codes.schema.ts';
import { codeClassifications } from '../../db/schema/new-codes.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import { retellArchiveJob } from '../../jobs/names.ts';
import { eventsOf } from '../../services/new-codes/events-of.ts';
import {
  announceClassification,
  readClassificationsAnew,
} from '../../services/new-codes/follow-classifications.ts';
import { readNewest } from '../../services/new-codes/read-classifications.ts';
import { requireClassifiable } from '../../services/new-codes/require-classifiable.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

/** `version`: of the classification that is changed; 0 where there was none. `classification`: null to take it back. */
const content = z.object({
  code: z.string(),
  version: z.number().int(),
  classification: codeClassification.nullable(),
});

export const newCodesClassify: ApprovalKind<z.output<typeof content>> = {
  kind: 'new-codes.classify',
  content,
  mayDecide: mayDecideByFlag,
  async carryOut(tx, { classification, code, version }, { decider, row }) {
    // A release may have brought an entry of its own meanwhile.
    requireClassifiable(code, classification);
    const before = await readNewest(tx, code);
    const made = await tx
      .insert(codeClassifications)
      .values({
        code,
        version: version + 1,
        classification,
        proposedBy: row.requestedBy,
        agreedBy: decider.personId,
      })
      .onConflictDoNothing()
      .returning({ code: codeClassifications.code });
    if (made.length === 0) throw new AppError('conflict');
    await announceClassification(tx, code, version + 1);
    await publishEvent(tx, ...eventsOf(classification, before?.classification ?? null));
  },
  async afterApproval({ jobs, store }) {
    // It stands; where it cannot be read now, it is within seconds.
    await readClassificationsAnew(store.db).catch(() => undefined);
    await jobs.ask(retellArchiveJob);
    return {};
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
