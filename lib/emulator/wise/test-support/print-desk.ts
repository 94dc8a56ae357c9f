import { beforeEach, expect } from 'vitest';
import { productionStatus } from '../../../contracts/wise/card-production.ts';
import { type Ask, businessUser, startTestEmulator, type TestEmulator } from '../../test-support.ts';

export interface Card {
  profileId: number;
  token: string;
}

/** An emulator for each test with cards that are printed at kiosks, and the user whose cards they are. */
export function preparePrintDesk() {
  let wise: TestEmulator;
  let token: string;
  beforeEach(async () => {
    wise = startTestEmulator();
    token = await wise.userToken(businessUser);
  });

  const ask = (method: string, path: string, more: Ask = {}) => wise.ask(method, path, more);
  const askAsUser = (method: string, path: string, body?: object) =>
    wise.ask(method, path, { token, ...(body && { body }) });
  const pathOf = (card: Card, prefix = '/v3') =>
    `${prefix}/spend/profiles/${card.profileId}/cards/${card.token}/production`;
  const world = () => wise.emulator.world;
  return {
    ask,
    askAsUser,
    pathOf,
    world,
    clientToken: () => wise.clientToken(),
    read: async (card: Card) => productionStatus.parse((await askAsUser('GET', pathOf(card))).body),
    send: (card: Card, kioskId = 'WIS00001', prefix = '/v3') =>
      askAsUser('PUT', pathOf(card, prefix), { kioskId }),
    simulate: (card: Card, body: object) => askAsUser('POST', pathOf(card, '/v1/simulation'), body),
    give: (card: { token: string }, body: object) =>
      ask('PUT', `/_emulator/cards/${card.token}/production`, { body }),
    setKiosk: (id: string, body: object) => ask('PUT', `/_emulator/kiosks/${id}`, { body }),
    advance: (advanceSeconds: number) => ask('POST', '/_emulator/clock', { body: { advanceSeconds } }),
    makeCard: async (body: object = {}): Promise<Card & { orderId: number }> => {
      const reply = await ask('POST', '/_emulator/kiosk-cards', { body: { profileId: 30000001, ...body } });
      expect(reply.status).toBe(200);
      const made = Object(reply.body);
      return { profileId: 30000001, token: String(made.token), orderId: Number(made.orderId) };
    },
    orderStatus: (id: number) => world().cardOrders.get(id)?.status,
    subscribe: async (trigger_on: string, version = '4.0.0') =>
      ask('POST', '/v3/applications/demo-client/subscriptions', {
        token: await wise.clientToken(),
        body: { name: version, trigger_on, delivery: { version, url: 'https://console.example.com/hook' } },
      }),
    told: async () => {
      await wise.emulator.webhooks.settle();
      return wise.sent.map(({ body }) => JSON.parse(body));
    },
  };
}
