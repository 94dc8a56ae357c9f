import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recipient as recipientReply, recipientListReply } from '../../contracts/wise/recipients.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const profile = 30_000_001;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const body = {
  currency: 'GBP',
  type: 'sort_code',
  profile,
  accountHolderName: 'John Doe',
  details: { legalType: 'PRIVATE', sortCode: '40-30-20', accountNumber: '37778842' },
};
const create = (change: object = {}, as = token) =>
  wise.ask('POST', '/v1/accounts', { token: as, body: { ...body, ...change } });
const created = async (change: object = {}) => {
  const reply = await create(change);
  expect(reply.status).toBe(200);
  return recipientReply.parse(reply.body);
};
const get = (path: string, as = token) => wise.ask('GET', path, { token: as });
const list = async (query: string) => {
  const reply = await get(`/v2/accounts?profileId=${profile}&${query}`);
  expect([query, reply.status]).toEqual([query, 200]);
  return recipientListReply.parse(reply.body);
};
const idsOf = async (query: string) => (await list(query)).content.map(({ id }) => Number(id));
const kept = () => wise.emulator.world.recipients.slice(profile);

describe('POST a recipient', () => {
  it('answers in the newer shape, and is read again as it was', async () => {
    const reply = await create({ ownedByCustomer: true });
    expect(reply.body).toMatchObject({
      profileId: profile,
      creatorId: businessUser,
      name: { fullName: 'John Doe' },
      currency: 'GBP',
      country: 'GB',
      type: 'SortCode',
      legalEntityType: 'PERSON',
      active: true,
      ownedByCustomer: true,
      details: { reference: null, sortCode: '403020', accountNumber: '37778842' },
      commonFieldMap: { accountNumberField: 'accountNumber', bankCodeField: 'sortCode' },
      accountSummary: '(40-30-20) 37778842',
      longAccountSummary: 'GBP account ending in 8842',
      displayFields: [
        { key: 'details/sortCode', label: 'UK sort code', value: '40-30-20' },
        { key: 'details/accountNumber', label: 'Account number', value: '37778842' },
      ],
    });
    expect(reply.body).not.toHaveProperty('confirmations');
    const { id } = recipientReply.parse(reply.body);
    expect((await get(`/v2/accounts/${id}`)).body).toEqual(reply.body);
    expect((await get(`/2026Q3/accounts/${id}`)).body).toEqual(reply.body);
  });

  it('answers in the older shape where that is set', async () => {
    await wise.ask('POST', '/_emulator/settings', { body: { recipientShape: 'v1' } });
    const reply = await create();
    expect(reply.body).toMatchObject({
      business: profile,
      profile,
      accountHolderName: 'John Doe',
      type: 'sort_code',
      country: 'GB',
      details: { legalType: 'PRIVATE', sortCode: '403020', IBAN: null, ifscCode: null },
      user: businessUser,
    });
    const { id } = recipientReply.parse(reply.body);
    expect((await get(`/v1/accounts/${id}`)).body).toEqual(reply.body);
  });

  it('makes another one each time, with the next number', async () => {
    const [first, second] = [await created(), await created()];
    expect(Number(second.id)).toBe(Number(first.id) + 1);
    await wise.ask('POST', '/_emulator/reset');
    token = await wise.userToken(businessUser);
    expect((await created()).id).toBe(first.id);
  });

  it('400 with path, value and time for each detail that is wrong, and nothing is kept', async () => {
    const before = kept().length;
    const { body: refused, status } = await create({
      accountHolderName: 'John',
      details: { ...body.details, sortCode: '231479' },
    });
    expect(status).toBe(400);
    expect(refused).toEqual({
      timestamp: expect.stringMatching(/^2026-11-21T09:30:00\.\d{9}Z$/),
      errors: [
        {
          code: 'NOT_VALID',
          message: expect.any(String),
          path: 'accountHolderName',
          arguments: ['accountHolderName', 'John'],
        },
        {
          code: 'NOT_VALID',
          message: expect.stringContaining('sort code'),
          path: 'sortCode',
          arguments: ['sortCode', '231479'],
        },
      ],
    });
    expect((await create({ details: undefined })).status).toBe(400);
    expect((await create({ profile: 'x' })).status).toBe(400);
    expect(kept()).toHaveLength(before);
  });

  it('is kept for the personal profile where none is named, and for the user alone where there is none', async () => {
    const person = await wise.userToken(20_000_101);
    const reply = await create({ profile: undefined }, person);
    expect(reply.body).toMatchObject({ profileId: 30_000_101 });
    const { id } = await created({ profile: undefined });
    expect(wise.emulator.world.recipients.get(id)?.profileId).toBeNull();
    expect((await get(`/v2/accounts/${id}`)).status).toBe(200);
    const mine = recipientListReply.parse((await get('/v2/accounts')).body);
    expect(mine.content.map((row) => row.id)).toEqual([id]);
    expect((await get(`/v2/accounts/${id}`, person)).status).toBe(404);
  });

  it('is for the owner of the profile, with a personal token too', async () => {
    expect((await create({}, await wise.userToken(20_000_101))).status).toBe(403);
    expect((await create({ profile: 1 })).status).toBe(403);
    expect((await create({}, await wise.clientToken())).status).toBe(403);
    expect((await create({}, `demo-personal-${businessUser}`)).status).toBe(200);
  });
});

describe('GET v2 recipients', () => {
  it('gives them in pages of at most 20 that begin with the one that is sought', async () => {
    const expected = kept()
      .filter(({ active }) => active)
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(20);
    const first = await list('');
    expect([first.content.length, first.size]).toEqual([20, 20]);
    const second = await list(`seekPosition=${first.seekPositionForNext}`);
    expect([...first.content, ...second.content].map(({ id }) => Number(id))).toEqual(expected);
    expect(second.seekPositionForNext).toBeNull();
    expect(await idsOf(`seekPosition=${expected[3]}&size=2`)).toEqual([expected[3], expected[4]]);
    expect(await idsOf('seekPosition=999999999')).toEqual([]);
  });

  it.each(['id,asc', 'id,desc', 'currency,asc', 'currency,desc'])(
    'gives each once, sorted by %s',
    async (sort) => {
      const rows: { id: string; currency: string }[] = [];
      let next: string | null = '';
      while (next !== null) {
        const seek: string = next === '' ? '' : `&seekPosition=${next}`;
        const page: z.output<typeof recipientListReply> = await list(`sort=${sort}&size=4${seek}`);
        rows.push(...page.content);
        next = page.seekPositionForNext;
      }
      const key = ({ currency, id }: { id: string; currency: string }) =>
        sort.startsWith('id') ? id : currency + id;
      const sorted = rows.map(key).sort();
      expect(rows.map(key)).toEqual(sort.endsWith('asc') ? sorted : sorted.reverse());
      expect(rows).toHaveLength(kept().filter(({ active }) => active).length);
    },
  );

  it('goes on where a page began although that one was deactivated meanwhile', async () => {
    const { content, seekPositionForNext } = await list('size=5');
    await wise.ask('DELETE', `/v2/accounts/${seekPositionForNext}`, { token });
    const rest = await idsOf(`seekPosition=${seekPositionForNext}&size=1`);
    expect(rest[0]).toBeGreaterThan(Number(seekPositionForNext));
    expect(content).toHaveLength(5);
  });

  it('filters by currency, type, activity, ownership and creator', async () => {
    const count = (fits: (row: ReturnType<typeof kept>[number]) => boolean) => kept().filter(fits).length;
    const size = async (query: string) => (await idsOf(query)).length;
    expect(await size('currency=USD,NOK')).toBe(count((row) => ['USD', 'NOK'].includes(row.currency)));
    expect(await size('currency=GBP&type=iban')).toBe(1);
    expect(await size('type=norwegian,swedish_local')).toBe(3);
    expect(await size('active=false')).toBe(1);
    expect(await size('ownedByCustomer=true')).toBe(1);
    expect(await size('ownedByCustomer=false&currency=EUR')).toBe(5);
    expect(await size('creatorId=1')).toBe(0);
    expect(await size(`creatorId=${businessUser}&currency=PLN`)).toBe(1);
  });

  it.each(['size=0', 'size=21', 'active=maybe', 'sort=name', 'sort=id,up', 'seekPosition=x', 'creatorId=-1'])(
    '400 for %s',
    async (query) => {
      expect((await get(`/v2/accounts?profileId=${profile}&${query}`)).status).toBe(400);
    },
  );

  it('takes the profile by its other name, and refuses another user’s', async () => {
    expect((await get(`/v2/accounts?profile=${profile}`)).body).toEqual(
      (await get(`/v2/accounts?profileId=${profile}`)).body,
    );
    expect((await get('/v2/accounts?profileId=30000101')).status).toBe(403);
  });
});

describe('DELETE a recipient', () => {
  it('deactivates it once, for good', async () => {
    const { id } = await created();
    const remove = () => wise.ask('DELETE', `/v2/accounts/${id}`, { token });
    expect((await remove()).body).toMatchObject({ id: Number(id), active: false });
    const again = await remove();
    expect([again.status, again.body]).toEqual([403, expect.objectContaining({ status: 403 })]);
    expect((await get(`/v2/accounts/${id}`)).body).toMatchObject({ active: false });
    expect(await idsOf('active=false')).toContain(Number(id));
  });

  it('404 for another user’s, an unknown one and none at all', async () => {
    const { id } = await created();
    const other = await wise.userToken(20_000_101);
    for (const [path, as] of [
      [`/v2/accounts/${id}`, other],
      ['/v2/accounts/1', token],
    ] as const)
      expect((await wise.ask('DELETE', path, { token: as })).status).toBe(404);
    expect((await get('/v2/accounts/x')).status).toBe(400);
    expect(wise.emulator.world.recipients.get(id)?.active).toBe(true);
  });
});

describe('GET v1 recipients', () => {
  const rows = async (query: string) => {
    const reply = await get(`/v1/accounts${query}`);
    return z.array(recipientReply).parse(reply.body);
  };

  it('gives all of the user’s without pages, or those of a profile and a currency', async () => {
    const all = wise.emulator.world.recipients.all().filter(({ active }) => active);
    expect(await rows('')).toHaveLength(all.length);
    expect(await rows(`?profileId=${profile}&currency=EUR`)).toHaveLength(6);
    expect((await rows('?currency=BRL')).map((row) => row.type)).toEqual(['brazil', 'brazil']);
    expect((await get('/v1/accounts?profileId=30000101')).status).toBe(403);
  });
});

describe('the demo’s recipients', () => {
  it('are sixty on three businesses, with two of one name and an inactive one', () => {
    const all = wise.emulator.world.recipients.all();
    expect(all).toHaveLength(60);
    expect(new Set(all.map((row) => row.profileId))).toEqual(new Set([30_000_001, 30_000_002, 30_000_003]));
    const named = all.filter((row) => row.accountHolderName === 'Grace Mwangi');
    expect(new Set(named.map((row) => row.details.accountNumber)).size).toBe(2);
    expect(all.filter((row) => !row.active)).toHaveLength(1);
    expect(new Set(all.map((row) => row.currency)).size).toBeGreaterThanOrEqual(18);
  });
});
