import 'server-only';
import { z } from 'zod';
import { releaseFunding } from '../../services/batch-groups/funding/carry-out-release.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator, mayDecideByFlag } from '../limits.ts';

/** A funding that is to make room for another, because no money moved by it. */
const content = z.object({
  groupId: z.uuid(),
  profileId: z.string(),
  fundingId: z.uuid(),
});
type Content = z.output<typeof content>;

/** Nobody knows whether a balance was debited: two administrators take it on themselves. */
export const batchReleaseUnknown: ApprovalKind<Content> = {
  kind: 'batch-group.release-unknown',
  content,
  mayDecide: mayDecideAsAdministrator,
  carryOut: releaseFunding,
  expiresAfterSeconds: 24 * 60 * 60,
};

/** The pay-in details were seen: a second person says, too, that nothing was sent by them. */
export const batchReleaseWire: ApprovalKind<Content> = {
  kind: 'batch-group.release-wire',
  content,
  mayDecide: mayDecideByFlag,
  carryOut: releaseFunding,
  expiresAfterSeconds: 24 * 60 * 60,
};
