import { expect, it } from 'vitest';
import type { DeskConditions, DeskRule } from '../../contracts/desk-rules.ts';
import { conditionsOf, draftOf, emptyDraft, faultsOf, type RuleDraft, ruleOf } from './rule-draft.ts';

const conditions: DeskConditions = {
  reasons: ['SUSPECTED_FRAUD_AML', 'CARD_FROZEN'],
  families: ['risk', 'card'],
  amountFrom: { value: '250.50', currency: 'GBP' },
  countries: ['PT', 'United Kingdom'],
  mccs: ['5942'],
  sameCard: { times: 3, minutes: 10 },
  sameMerchant: { cards: 4, minutes: 30 },
};
const rule: DeskRule = {
  id: 'r',
  name: 'Large and risky',
  isActive: false,
  severity: 'high',
  dueHours: 8,
  needsSecondReader: true,
  conditions,
  version: 3,
  changedAt: '2026-11-20T12:00:00Z',
  pendingApprovalId: null,
};

it('takes a rule apart and puts it together without loss', () => {
  const { name, isActive, severity, dueHours, needsSecondReader } = rule;
  expect(ruleOf(draftOf(rule))).toEqual({
    name,
    isActive,
    severity,
    dueHours,
    needsSecondReader,
    conditions,
  });
});

it('reads lists as they are typed', () => {
  const draft = {
    ...emptyDraft,
    reasons: ' card_frozen,  CARD_EXPIRED;',
    amount: '10,000',
    currency: ' gbp ',
  };
  expect(conditionsOf(draft)).toEqual({
    reasons: ['CARD_FROZEN', 'CARD_EXPIRED'],
    amountFrom: { value: '10000', currency: 'GBP' },
  });
});

const good: Partial<RuleDraft> = { name: 'x', families: ['risk'] };
it.each<[Partial<RuleDraft>, string[]]>([
  [{}, []],
  [{ name: ' ' }, ['name']],
  [{ families: [] }, ['conditions']],
  [{ dueHours: '0' }, ['dueHours']],
  [{ reasons: 'CARD-FROZEN' }, ['reasons']],
  [{ mccs: '59' }, ['mccs']],
  [{ amount: 'ten' }, ['amount', 'currency']],
  [{ cardTimes: '1' }, ['cardTimes']],
  [{ cardTimes: '3', cardMinutes: '2000' }, ['cardMinutes']],
  [{ merchantCards: '51' }, ['merchantCards']],
])('%j is faulty in %j', (more, faults) => {
  expect(Object.keys(faultsOf({ ...emptyDraft, ...good, ...more }))).toEqual(faults);
});
