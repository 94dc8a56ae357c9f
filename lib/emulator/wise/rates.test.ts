import { beforeEach, describe, expect, it } from 'vitest';
import { currencyListReply, rateListReply } from '../../contracts/wise/quotes.ts';
import { rateBetween } from '../core/rates.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});
const ask = (query: string) => wise.ask('GET', `/v1/rates${query}`, { token });
const rates = async (query: string) => {
  const { body, status } = await ask(query);
  expect([query, status]).toEqual([query, 200]);
  return rateListReply.parse(body);
};
const pair = '?source=EUR&target=USD';

describe('GET rates', () => {
  it('gives one pair at the rate that quotes are made at', async () => {
    const [rate, ...others] = await rates(pair);
    expect(rate).toEqual({
      rate: String(rateBetween('EUR', 'USD')),
      source: 'EUR',
      target: 'USD',
      time: '2026-11-21T09:30:00+0000',
    });
    expect(others).toEqual([]);
    expect((await rates('?source=EUR&target=EUR')).map(({ rate: same }) => same)).toEqual(['1']);
  });

  it('gives every pair once, or those of a currency', async () => {
    const { length: count } = currencyListReply.parse(
      (await wise.ask('GET', '/v1/currencies', { token })).body,
    );
    const all = (await rates('')).map(({ source, target }) => `${source}${target}`);
    expect([all.length, new Set(all).size]).toEqual([count * (count - 1), count * (count - 1)]);
    expect(await rates('?source=GBP')).toHaveLength(count - 1);
    expect(new Set((await rates('?target=GBP')).map(({ target }) => target))).toEqual(new Set(['GBP']));
  });

  it('gives what a rate was, the same every time, and both ways round', async () => {
    const at = '&time=2026-10-03T08:15:00%2B0100';
    const [then] = await rates(pair + at);
    expect(then?.time).toBe('2026-10-03T07:15:00+0000');
    expect(await rates(`${pair}&time=2026-10-03T07:15:00`)).toEqual([then]);
    const [back] = await rates(`?source=USD&target=EUR${at}`);
    expect(Number(then?.rate) * Number(back?.rate)).toBeCloseTo(1, 6);
    const change = Number(then?.rate) / rateBetween('EUR', 'USD') - 1;
    expect(Math.abs(change)).toBeLessThanOrEqual(0.013);
    expect(change).not.toBe(0);
  });

  it('gives a history by day, hour and minute that ends at today’s rate', async () => {
    const days = await rates(`${pair}&from=2026-11-01&to=2026-11-30&group=day`);
    expect(days).toHaveLength(21);
    expect(new Set(days.map(({ rate }) => rate)).size).toBeGreaterThan(15);
    const hours = await rates(`${pair}&from=2026-11-20T09:30:00&to=2026-11-21T09:30:00&group=hour`);
    expect([hours.length, hours.at(-1)?.rate]).toEqual([25, String(rateBetween('EUR', 'USD'))]);
    const minutes = await rates(`${pair}&from=2026-11-20T00:00:00&to=2026-11-20T01:00:00&group=minute`);
    expect([minutes.length, minutes[1]?.time]).toEqual([61, '2026-11-20T00:01:00+0000']);
  });

  it.each([
    '?source=XXX',
    '?source=EUR&time=2026-10-03T08:15:00',
    `${pair}&time=2026-10-03`,
    `${pair}&time=2027-01-01T00:00:00`,
    `${pair}&from=2026-10-03&to=2026-10-04`,
    `${pair}&from=2026-10-03&group=day`,
    `${pair}&from=2026-10-04&to=2026-10-03&group=day`,
    `${pair}&from=2026-10-03&to=2026-10-04&group=week`,
    `${pair}&from=2026-01-01&to=2026-10-04&group=minute`,
    `${pair}&from=2026-10-03&to=2026-10-04&group=day&time=2026-10-03T08:15:00`,
  ])('400 for %s', async (query) => {
    const { body, status } = await ask(query);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: 'Bad Request',
      message: 'Invalid parameters',
      path: null,
      status: 400,
    });
  });

  it('is for users, with a personal token too', async () => {
    const statusFor = async (as?: string) =>
      (await wise.ask('GET', '/v1/rates', as === undefined ? {} : { token: as })).status;
    expect(await statusFor()).toBe(401);
    expect(await statusFor(await wise.clientToken())).toBe(403);
    expect(await statusFor(`demo-personal-${businessUser}`)).toBe(200);
  });
});

describe('GET currencies', () => {
  it('names each currency and whether it has decimals, in English', async () => {
    const { body } = await wise.ask('GET', '/2026Q3/currencies', {
      token,
      headers: { 'accept-language': 'de' },
    });
    const list = currencyListReply.parse(body);
    expect(list.filter((row) => !row.supportsDecimals).map(({ code }) => code)).toEqual(['JPY', 'KRW']);
    expect(list.find(({ code }) => code === 'GBP')).toEqual({
      code: 'GBP',
      symbol: '£',
      name: 'British pound',
      countryKeywords: ['GBP', 'GB', 'United Kingdom', 'gbr'],
      supportsDecimals: true,
    });
  });
});
