import 'server-only';
import { randomUUID } from 'node:crypto';
import { severityWords } from '../../../catalogues/decline-desk.ts';
import { describeConditions } from '../../../contracts/desk-rule-words.ts';
import type { NewDeskRule } from '../../../contracts/desk-rules.ts';
import { newDeskRule } from '../../../contracts/desk-rules.schema.ts';
import { countOf } from '../../../format/counts.ts';
import { deskRulesChange } from '../../approvals/kinds/desk-rules-change.ts';
import { requestApproval } from '../../approvals/request.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { deskRuleResource, newRuleResource, readDeskRules } from './read-rules.ts';

type Parts = Pick<Runtime, 'store' | 'vault'>;

/** Asks a second person of compliance. @returns the approval's id */
export async function requestNewRule(parts: Parts, operator: Operator, rule: NewDeskRule): Promise<string> {
  return parts.store.db.transaction(async (tx) => {
    const ruleId = randomUUID();
    const { approvalId } = await requestApproval(parts, tx, deskRulesChange, {
      operator,
      content: { ruleId, version: null, rule },
      subject: rule.name,
      lines: ['A new rule.', ...describeRule(rule)],
      resource: { type: newRuleResource, id: ruleId },
      audience: 'compliance',
    });
    return approvalId;
  });
}

/**
 * Asks a second person of compliance; until then the rule stays as it is.
 * @returns the approval's id
 * @throws AppError not_found, or conflict where it is no longer as it was read, a change waits, or nothing would change
 */
export async function requestRuleChange(
  parts: Parts,
  operator: Operator,
  ruleId: string,
  { version, ...rule }: NewDeskRule & { version: number },
): Promise<string> {
  return parts.store.db.transaction(async (tx) => {
    const [before] = await readDeskRules(tx, { id: ruleId });
    if (!before) throw new AppError('not_found');
    if (before.version !== version) throw new AppError('conflict');
    const was = describeRule(newDeskRule.parse(pick(before)));
    const willBe = describeRule(rule);
    const isSame = before.name === rule.name && was.join() === willBe.join();
    if (isSame) throw new AppError('conflict', { detail: 'The rule is like that already.' });
    const { approvalId } = await requestApproval(parts, tx, deskRulesChange, {
      operator,
      content: { ruleId, version, rule },
      subject: rule.name,
      lines: [
        ...(before.name === rule.name ? [] : [`It was called “${before.name}”.`]),
        ...willBe.map((line, place) =>
          line === was[place] ? line : `${line} Before: ${was[place] ?? 'none.'}`,
        ),
        ...was.slice(willBe.length).map((line) => `No more: ${line}`),
      ],
      resource: { type: deskRuleResource, id: ruleId },
      audience: 'compliance',
      alone: 'of-resource',
    });
    return approvalId;
  });
}

const pick = ({
  conditions,
  dueHours,
  isActive,
  name,
  needsSecondReader,
  severity,
}: NewDeskRule): NewDeskRule => ({
  conditions,
  dueHours,
  isActive,
  name,
  needsSecondReader,
  severity,
});

/** In plain sentences: what the second person agrees to. */
const describeRule = ({
  conditions,
  dueHours,
  isActive,
  needsSecondReader,
  severity,
}: NewDeskRule): string[] => [
  isActive ? 'Switched on.' : 'Switched off.',
  `Its cases are of severity ${severityWords[severity].toLowerCase()} and due after ${countOf(dueHours, 'hour')}.`,
  needsSecondReader
    ? 'A second reader looks at each of its cases before it is closed.'
    : 'Whoever has a case of it closes it alone.',
  ...describeConditions(conditions),
];
