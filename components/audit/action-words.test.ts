import { describe, expect, it } from 'vitest';
import { allEndpoints } from '../../lib/contracts/all-endpoints.schema';
import { detailOfAction, wordsOfAction } from './action-words';

/** What stands sealed is shown to nobody. */
const recorded = allEndpoints.flatMap(({ schemas: { audit } }) =>
  audit && audit !== 'none' && audit.isSealed !== true ? [audit.action] : [],
);

describe('wordsOfAction', () => {
  it.each(recorded)('has plain words for %s', (action) => {
    expect(wordsOfAction(action)).not.toBe(action);
  });
  it('shows an action it does not know as its own code', () => {
    expect(wordsOfAction('kiosks.move')).toBe('kiosks.move');
  });
});

describe('detailOfAction', () => {
  it('names the status that was asked for', () => {
    expect(detailOfAction('cards.update-status', { to: 'FROZEN' })).toBe('to Frozen');
  });
  it('names the switches', () => {
    const changes = [
      { type: 'ECOM', isEnabled: false },
      { type: 'NEW_ONE', isEnabled: true },
    ];
    expect(detailOfAction('spending-permissions.update', { changes })).toBe('Online off, NEW_ONE on');
  });
  it('tells a change that was only asked for from one that was made', () => {
    expect(detailOfAction('staff.update', { approvalId: 'a1', role: 'admin' })).toBe('asked for');
  });
  it('says whether a view was shared', () => {
    expect(detailOfAction('views.save', { isShared: true, isTeamDefault: true })).toBe(
      'shared, as the team’s default',
    );
    expect(detailOfAction('views.change', { isShared: false })).toBe('not shared');
    expect(detailOfAction('views.change', { name: 'changed' })).toBeUndefined();
  });
  it('says why a sign-in was refused', () => {
    expect(detailOfAction('session.sign-in', { why: 'locked' })).toBe('account locked');
  });
  it('says nothing where the codes are of another shape', () => {
    expect(detailOfAction('cards.update-status', { to: 3 })).toBeUndefined();
    expect(detailOfAction('spending-permissions.update', { changes: [null, 3, {}] })).toBeUndefined();
    expect(detailOfAction('staff.update', { role: 'admin' })).toBeUndefined();
  });
});
