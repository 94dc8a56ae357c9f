import { describe, expect, it } from 'vitest';
import { draftOfRules, faultsOfRule, withoutRule, withRule } from './rule-draft.ts';

const rules = [
  { currency: 'GBP', above: '10000', approvers: 1 },
  { currency: 'GBP', above: '250000', approvers: 2 },
  { currency: 'EUR', above: '5000', approvers: 2 },
];

describe('the lines of a currency', () => {
  it('are taken apart and put together without loss', () => {
    expect(draftOfRules(rules, 'GBP')).toEqual({ currency: 'GBP', one: '10000', two: '250000' });
    expect(draftOfRules(rules, 'EUR')).toEqual({ currency: 'EUR', one: '', two: '5000' });
    expect(withRule(rules, draftOfRules(rules, 'EUR'))).toEqual(rules);
  });
  it('replace the former ones of that currency only, with amounts as they are read', () => {
    expect(withRule(rules, { currency: 'gbp', one: '20,000', two: '' })).toEqual([
      rules[2],
      { currency: 'GBP', above: '20000', approvers: 1 },
    ]);
    expect(withoutRule(rules, 'GBP')).toEqual([rules[2]]);
  });
  it.each([
    [{ currency: 'POUND', one: '1', two: '' }, ['currency']],
    [{ currency: 'GBP', one: '', two: '' }, ['one']],
    [{ currency: 'GBP', one: 'ten', two: '' }, ['one']],
    [{ currency: 'GBP', one: '10', two: '-1' }, ['two']],
    [{ currency: 'GBP', one: '10,000', two: '9,999' }, ['two']],
    [{ currency: 'GBP', one: '10,000', two: '10,000' }, ['two']],
    [{ currency: 'GBP', one: '0', two: '10,000.50' }, []],
  ])('of %j are faulty in %j', (draft, fields) => {
    expect(Object.keys(faultsOfRule(draft))).toEqual(fields);
  });
});
