import { describe, expect, it } from 'vitest';
import { requirementsReply } from '../../../../contracts/wise/recipients.ts';
import { prepareCheck, refreshKey } from './check-context.ts';
import { refreshOf } from './refresh.ts';
import { american, first, german } from './test-support.ts';

const choices = (...keys: string[]) => keys.map((key) => ({ key, name: key }));
const field = (key: string, more: Record<string, unknown> = {}) => ({
  name: key,
  group: [{ key, name: key, type: 'text', required: true, ...more }],
});
const common = [
  field('abartn'),
  field('accountNumber'),
  field('legalType', { type: 'select', valuesAllowed: choices('PRIVATE', 'BUSINESS') }),
  field('accountHolderName'),
  field('address.country', {
    type: 'select',
    refreshRequirementsOnChange: true,
    valuesAllowed: choices('US', 'GB'),
  }),
];
const asked = (fields: unknown[]) => requirementsReply.parse([{ type: 'aba', title: 'ACH', fields }]);
const requirements = new Map([['USD', asked(common)]]);
const withStates = asked([
  ...common,
  field('address.state', { type: 'select', valuesAllowed: choices('NY', 'CA') }),
])[0];
const inUs = { currency: 'USD', type: 'aba', filled: { 'address.country': 'US' } };
const refreshed = new Map(withStates ? [[refreshKey(inUs), withStates]] : []);
const row = { ...american, 'details.address.country': 'us' };

describe('what Wise asks for once more', () => {
  const context = prepareCheck({
    sourceCurrency: 'GBP',
    requirements,
    currencies: new Map(),
    supportedTargets: new Set(),
    recipients: { byId: new Map(), byAccount: new Map(), byName: new Map() },
    recentRows: new Map(),
    digest: (text) => text,
  });

  it('is named by the values of the fields that bring others, in Wise’s words', () => {
    expect(refreshOf(row, context)).toEqual(inUs);
    expect(refreshOf({ ...row, 'details.address.country': '' }, context)).toBeUndefined();
    expect(refreshOf({ ...row, 'details.address.country': 'Atlantis' }, context)).toBeUndefined();
    expect(refreshOf({ ...row, recipientId: '40000001' }, context)).toBeUndefined();
    expect(refreshOf(german, context)).toBeUndefined();
  });

  it('is what the row is held against, and what is sent', () => {
    const missing = first(row, { requirements, refreshed });
    expect(missing.faults.map(({ code, field: at }) => `${at} ${code}`)).toEqual([
      'details.address.state detail_missing',
    ]);
    const whole = first({ ...row, 'details.address.state': 'ny' }, { requirements, refreshed });
    expect(whole).toMatchObject({ state: 'ready', recipient: { details: { 'address.state': 'NY' } } });
  });

  it('goes along as it is where it could not be read: Wise looks at it itself', () => {
    const whole = first({ ...row, 'details.address.state': 'Ny' }, { requirements });
    expect(whole).toMatchObject({ state: 'ready', recipient: { details: { 'address.state': 'Ny' } } });
  });
});
