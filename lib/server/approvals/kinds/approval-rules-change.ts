import 'server-only';
import { z } from 'zod';
import { approvalRulesBody } from '../../../contracts/approval-rules.schema.ts';
import { publishEvent } from '../../events/event-hub.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideAsAdministrator } from '../limits.ts';
import { replaceApprovalRules } from '../rules.ts';

const content = approvalRulesBody;

export const approvalRulesChange: ApprovalKind<z.output<typeof content>> = {
  kind: 'approval-rules.change',
  content,
  mayDecide: mayDecideAsAdministrator,
  async carryOut(tx, { rules, version }) {
    await replaceApprovalRules(tx, version, rules);
    await publishEvent(tx, { type: 'approval-rules.changed' });
  },
  expiresAfterSeconds: 7 * 24 * 60 * 60,
};
