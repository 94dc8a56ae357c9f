import 'server-only';
import { approvalKindNames } from '../../catalogues/approval-kinds.ts';
import type { ApprovalKindName } from '../../catalogues/approval-kinds.ts';
import { type RegisteredKind, registerKind } from './kind.ts';
import { approvalRulesChange } from './kinds/approval-rules-change.ts';
import { batchConversionKind } from './kinds/batch-conversion.ts';
import { batchFundingKind } from './kinds/batch-funding.ts';
import { batchReleaseUnknown, batchReleaseWire } from './kinds/batch-release.ts';
import { batchRowsKind } from './kinds/batch-rows.ts';
import { bulkBlock } from './kinds/bulk-block.ts';
import { deskRulesChange } from './kinds/desk-rules-change.ts';
import { newCodesClassify } from './kinds/new-codes-classify.ts';
import { legalHoldLift } from './kinds/legal-hold-lift.ts';
import { pinReveal } from './kinds/pin-reveal.ts';
import { retentionChange } from './kinds/retention-change.ts';
import { staffAdd } from './kinds/staff-add.ts';
import { staffTemporaryPassword } from './kinds/staff-temporary-password.ts';
import { staffUpdate } from './kinds/staff-update.ts';

/** Each is made when it is asked for: kinds and what stands behind them know of each other. */
const kinds: Record<ApprovalKindName, () => RegisteredKind> = {
  'staff.add': () => registerKind(staffAdd),
  'staff.update': () => registerKind(staffUpdate),
  'staff.temporary-password': () => registerKind(staffTemporaryPassword),
  'approval-rules.change': () => registerKind(approvalRulesChange),
  'retention.change': () => registerKind(retentionChange),
  'pin.reveal': () => registerKind(pinReveal),
  'cards.bulk-block': () => registerKind(bulkBlock),
  'batch-group.rows': () => registerKind(batchRowsKind),
  'batch-group.funding': () => registerKind(batchFundingKind),
  'batch-group.conversion': () => registerKind(batchConversionKind),
  'batch-group.release-unknown': () => registerKind(batchReleaseUnknown),
  'batch-group.release-wire': () => registerKind(batchReleaseWire),
  'desk-rules.change': () => registerKind(deskRulesChange),
  'new-codes.classify': () => registerKind(newCodesClassify),
  'legal-holds.lift': () => registerKind(legalHoldLift),
};

/** @throws for a kind that this version of the console does not know */
export function kindOf({ kind }: { kind: string }): RegisteredKind {
  const name = approvalKindNames.find((one) => one === kind);
  if (!name) throw new Error('An approval of a kind that is not known');
  return kinds[name]();
}
