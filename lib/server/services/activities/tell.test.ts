import { describe, expect, it } from 'vitest';
import { roles } from '../../../catalogues/console-permissions.ts';
import { activityListReply } from '../../../contracts/wise/activities.ts';
import { tellActivity } from './tell.ts';

const now = new Date('2026-11-21T12:00:00Z');
const told = (change: object = {}) => {
  const activity = {
    id: 'TU9ORVRBUllfQUNUSVZJVFk=',
    type: 'CARD_PAYMENT',
    resource: { type: 'CARD_TRANSACTION', id: '343049' },
    title: '<strong>Inkwell</strong> was stopped, money laundering suspected',
    description: 'Suspected fraud',
    primaryAmount: '150 JPY',
    secondaryAmount: '',
    status: 'CANCELLED',
    createdOn: '2026-11-20T00:00:00.000Z',
    updatedOn: '2026-11-20T00:00:00.000Z',
    ...change,
  };
  const [parsed] = activityListReply.parse({ cursor: null, activities: [activity] }).activities;
  if (!parsed) throw new Error('nothing was parsed');
  return parsed;
};
const tell = (role: (typeof roles)[number], change: object = {}) =>
  tellActivity({ role, flags: [] }, told(change), now);

describe('Wise’s words about a card payment that did not go through', () => {
  it.each(roles.filter((role) => role !== 'compliance'))('are kept from %s, the name is not', (role) => {
    for (const status of ['CANCELLED', 'REQUIRES_ATTENTION', 'UPCOMING', 'DECLINED'])
      expect(tell(role, { status })).toMatchObject({
        title: '<strong>Inkwell</strong>',
        description: null,
        primaryAmount: '150 JPY',
        status,
      });
  });

  it('are kept as well where Wise does not document what the activity is about', () => {
    for (const resource of [null, { type: 'CARD_REVIEW', id: '1' }, { type: 'NEW', id: '1' }])
      expect(tell('admin', { resource }).description).toBeNull();
  });

  it('are told to compliance', () => {
    expect(tell('compliance')).toMatchObject({ title: told().title, description: 'Suspected fraud' });
  });
});

it('what went through, and what no card has to do with, is told to everybody as it is', () => {
  for (const change of [
    { status: 'COMPLETED' },
    { status: 'IN_PROGRESS' },
    { resource: { type: 'TRANSFER', id: '1' } },
  ])
    expect(tell('auditor', change)).toMatchObject({ title: told().title, description: 'Suspected fraud' });
});

it('names the card transaction for as long as Wise shows it', () => {
  expect(tell('operator').transactionId).toBe('343049');
  expect(tell('operator', { createdOn: '2026-08-23T12:00:00.000Z' }).transactionId).toBe('343049');
  expect(tell('operator', { createdOn: '2026-08-23T11:59:59.999Z' }).transactionId).toBeNull();
  expect(tell('operator', { resource: { type: 'TRANSFER', id: '343049' } }).transactionId).toBeNull();
  expect(tell('operator', { resource: { type: 'CARD_TRANSACTION', id: '../x' } }).transactionId).toBeNull();
});

it('names the group of the register that a batch is about', () => {
  const wiseId = '54a6bc09-cef9-49a8-9041-f1f0c654cd88';
  const groups = new Map([[wiseId, '6c0a4dbd-4b4c-4b47-9f4c-1b1b7ea2a6d1']]);
  const groupOf = (type: string, id: string) =>
    tellActivity({ role: 'auditor', flags: [] }, told({ resource: { type, id } }), now, groups).batchGroupId;
  expect(groupOf('BATCH_TRANSFER', wiseId)).toBe(groups.get(wiseId));
  expect(groupOf('BATCH_TRANSFER', wiseId.toUpperCase())).toBe(groups.get(wiseId));
  expect(groupOf('TRANSFER', wiseId)).toBeNull();
  expect(groupOf('BATCH_TRANSFER', '343049')).toBeNull();
  expect(groupOf('BATCH_TRANSFER', '00000000-0000-4000-8000-000000000000')).toBeNull();
});

it('an id keeps every digit, and empty texts are none', () => {
  const activity = tell('operator', { resource: { type: 'CARD_TRANSACTION', id: '9223372036854775807' } });
  expect(activity).toMatchObject({ transactionId: '9223372036854775807', secondaryAmount: null });
});
