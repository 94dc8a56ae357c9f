import { describe, expect, it } from 'vitest';
import { emptyGrant, faultsOfGrant, toConnectBody } from './grant-draft.ts';

describe('a draft for connecting', () => {
  it('by Wise’s page needs nothing', () => {
    expect(faultsOfGrant(emptyGrant)).toEqual({});
    expect(toConnectBody({ ...emptyGrant, token: 'typed before' }, '7')).toEqual({
      method: 'authorization_code',
      reconnect: '7',
    });
  });
  it('sends only what belongs to the chosen way, without the line’s end that was pasted along', () => {
    const draft = { ...emptyGrant, method: 'refresh_token' as const, refreshToken: ' r1\n', token: 't' };
    expect(toConnectBody(draft, undefined)).toEqual({ method: 'refresh_token', refreshToken: 'r1' });
    expect(toConnectBody({ ...draft, method: 'personal_token' }, undefined)).toEqual({
      method: 'personal_token',
      token: 't',
    });
  });
  it('says what is missing', () => {
    expect(Object.keys(faultsOfGrant({ ...emptyGrant, method: 'registration_code', email: 'x' }))).toEqual([
      'email',
      'registrationCode',
    ]);
    expect(Object.keys(faultsOfGrant({ ...emptyGrant, method: 'refresh_token', refreshToken: ' ' }))).toEqual(
      ['refreshToken'],
    );
    expect(Object.keys(faultsOfGrant({ ...emptyGrant, method: 'personal_token' }))).toEqual(['token']);
  });
});
