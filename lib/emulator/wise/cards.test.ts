import { beforeEach, describe, expect, it } from 'vitest';
import { card as cardSchema, cardListReply } from '../../contracts/wise/cards.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import { businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

const cards = '/v3/spend/profiles/30000001/cards';
const pathOf = (card: { profileId: number; token: string }) =>
  `/v3/spend/profiles/${card.profileId}/cards/${card.token}`;

describe('GET cards', () => {
  it('pages through all of a profile’s cards and counts them', async () => {
    const first = cardListReply.parse(
      (await wise.ask('GET', `${cards}?pageSize=25&pageNumber=1`, { token })).body,
    );
    const second = cardListReply.parse(
      (await wise.ask('GET', `${cards}?pageSize=25&pageNumber=2`, { token })).body,
    );
    expect([first.cards.length, second.cards.length, first.totalCount]).toEqual([25, 15, 40]);
    expect(new Set([...first.cards, ...second.cards].map((card) => card.token)).size).toBe(40);
  });

  it('gives ten cards when nothing is asked for, and none past the end', async () => {
    expect(cardListReply.parse((await wise.ask('GET', cards, { token })).body).cards).toHaveLength(10);
    const past = cardListReply.parse((await wise.ask('GET', `${cards}?pageNumber=99`, { token })).body);
    expect([past.cards.length, past.totalCount]).toEqual([0, 40]);
  });

  it.each(['pageSize=9', 'pageSize=101', 'pageSize=ten', 'pageNumber=0', 'pageNumber=-1'])(
    'refuses %s with 400',
    async (query) => {
      expect((await wise.ask('GET', `${cards}?${query}`, { token })).status).toBe(400);
    },
  );

  it('is the same under a calendar prefix', async () => {
    const legacy = await wise.ask('GET', cards, { token });
    const quarter = await wise.ask('GET', '/2026Q3/spend/profiles/30000001/cards', { token });
    expect(quarter.body).toEqual(legacy.body);
  });

  it('refuses another user’s profile and one that does not exist alike', async () => {
    const other = await wise.ask('GET', '/v3/spend/profiles/30000101/cards', { token });
    const unknown = await wise.ask('GET', '/v3/spend/profiles/39999999/cards', { token });
    expect([other.status, unknown.status]).toEqual([403, 403]);
  });
});

describe('GET card', () => {
  it('answers 404 for another profile’s card as for one that does not exist', async () => {
    const other = await wise.ask('GET', `${cards}/${demoCards.old.token}`, { token });
    const unknown = await wise.ask('GET', `${cards}/00000000-0000-4000-8000-000000000000`, { token });
    expect([other.status, unknown.status]).toEqual([404, 404]);
  });

  it('has no holder and no phone number once purged', async () => {
    const { body } = await wise.ask('GET', pathOf(demoCards.purged), { token });
    expect(cardSchema.parse(body)).toMatchObject({ cardHolderName: null, phoneNumber: null });
    expect(body).not.toHaveProperty('cardHolderName');
  });

  it('refuses what is no card token with 400', async () => {
    expect((await wise.ask('GET', `${cards}/nonsense`, { token })).status).toBe(400);
  });
});

describe('PUT card status', () => {
  const put = (card: { profileId: number; token: string }, status: unknown) =>
    wise.ask('PUT', `${pathOf(card)}/status`, { token, body: { status } });

  const transitions: [keyof typeof demoCards, string, number][] = [
    ['inactive', 'ACTIVE', 200],
    ['inactive', 'FROZEN', 422],
    ['inactive', 'BLOCKED', 200],
    ['active', 'ACTIVE', 200],
    ['active', 'FROZEN', 200],
    ['active', 'BLOCKED', 200],
    ['frozen', 'ACTIVE', 200],
    ['frozen', 'FROZEN', 200],
    ['frozen', 'BLOCKED', 200],
    ['blocked', 'ACTIVE', 422],
    ['blocked', 'FROZEN', 422],
    ['blocked', 'BLOCKED', 200],
    ...(['expired', 'purged', 'partnerSuspended'] as const).flatMap((name) =>
      ['ACTIVE', 'FROZEN', 'BLOCKED'].map((to): [keyof typeof demoCards, string, number] => [name, to, 422]),
    ),
  ];
  it.each(transitions)('%s card to %s answers %i', async (name, to, status) => {
    const before = wise.emulator.world.cards.get(demoCards[name].token);
    const reply = await put(demoCards[name], to);
    const after = wise.emulator.world.cards.get(demoCards[name].token);
    expect(reply.status).toBe(status);
    expect(after?.status).toBe(status === 200 ? to : before?.status);
    if (status === 200) expect(cardSchema.parse(reply.body).status.value).toBe(to);
  });

  it.each(['INACTIVE', 'EXPIRED', 'active', undefined])('refuses the status %s with 400', async (status) => {
    expect((await put(demoCards.active, status)).status).toBe(400);
  });

  it('refuses a body that is not JSON', async () => {
    const path = `${pathOf(demoCards.active)}/status`;
    const broken = await wise.ask('PUT', path, { token, body: '{"status"' });
    const form = await wise.ask('PUT', path, {
      token,
      body: 'status=FROZEN',
      headers: { 'content-type': 'text/plain' },
    });
    expect([broken.status, form.status]).toEqual([400, 415]);
  });

  it('moves modificationTime forward with every change, also within a millisecond', async () => {
    const times: string[] = [];
    for (const status of ['FROZEN', 'ACTIVE', 'FROZEN', 'ACTIVE'])
      times.push(cardSchema.parse((await put(demoCards.active, status)).body).modificationTime);
    expect(times).toEqual([...new Set(times)].sort());
    for (const time of times) expect(time).toMatch(/\.\d{9}Z$/);
  });

  it('leaves modificationTime alone when the card has that status already', async () => {
    const before = wise.emulator.world.cards.get(demoCards.frozen.token);
    await put(demoCards.frozen, 'FROZEN');
    expect(wise.emulator.world.cards.get(demoCards.frozen.token)).toBe(before);
  });

  it('unlocks contactless and stripe of a card that unlocks over the API when it is activated', async () => {
    await put(demoCards.inactive, 'ACTIVE');
    const after = wise.emulator.world.cards.get(demoCards.inactive.token);
    expect(after?.spendingPermissions.filter((row) => row.isLocked)).toEqual([]);
  });
});

describe('POST reset-pin-count', () => {
  it('sets the count to 0 and answers an empty body', async () => {
    const card = demoCards.pinTriesExceeded;
    const reply = await wise.ask('POST', `${pathOf(card)}/reset-pin-count`, {
      token: await wise.userToken(20000103),
    });
    expect([reply.status, reply.body]).toEqual([200, '']);
    expect(wise.emulator.world.cards.get(card.token)?.pinTries).toBe(0);
  });
});
