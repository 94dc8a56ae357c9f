import { beforeEach, describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { set, tokenOf } from '../sca/test-support.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const statusPath = `/v3/spend/profiles/30000001/cards/${demoCards.active.token}/status`;

describe('the page on which Wise’s users confirm', () => {
  let wise: TestEmulator;
  let token: string;
  let ott: string;
  const freeze = (approval = {}) =>
    wise.ask('PUT', statusPath, { token, body: { status: 'FROZEN' }, headers: approval });
  const open = () => wise.ask('GET', `/approve-api-action/?ott=${ott}`);
  const give = (fields: Record<string, string>) =>
    wise.ask('POST', '/approve-api-action/', { body: new URLSearchParams({ ott, ...fields }).toString() });

  beforeEach(async () => {
    wise = startTestEmulator();
    token = await wise.userToken(businessUser);
    await set(wise, { scaRequired: ['/status'], scaChallenges: ['PIN', 'SMS'] });
    ott = tokenOf(await freeze());
  });

  it('asks for one proof after the other, and then the request goes through', async () => {
    expect((await open()).body).toContain('Your PIN');
    expect((await give({ pin: '1234' })).body).toContain('The code we sent');
    expect((await give({ otpCode: '111111' })).body).toContain('Confirmed');
    expect((await open()).body).toContain('Confirmed');
    expect((await freeze({ 'x-2fa-approval': ott })).status).toBe(200);
    expect((await open()).status).toBe(400);
  });

  it('counts wrong ones, and blocks after five', async () => {
    for (let count = 0; count < 5; count++)
      expect(await give({ pin: '0000' })).toMatchObject({
        status: 400,
        body: expect.stringContaining('not right'),
      });
    expect((await give({ pin: '1234' })).body).toContain('Wait 15 minutes');
  });

  it('shows nothing for an invented token', async () => {
    ott = '"><script>';
    expect(await open()).toMatchObject({ status: 400, body: expect.stringContaining('over') });
    expect((await open()).body).not.toContain('"><script>');
  });
});
