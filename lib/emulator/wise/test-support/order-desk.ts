import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import { cardOrder } from '../../../contracts/wise/card-orders.ts';
import { type Ask, businessUser, startTestEmulator, type TestEmulator } from '../../test-support.ts';

export const business = 30000001;
/** A person in Britain with a user of their own. */
export const person = { profileId: 30000121, userId: 20000121 };

export const address = { firstLine: '5 Park Row', city: 'Leeds', postCode: 'LS1 5HD', country: 'GB' };
export const physical = {
  program: 'VISA_DEBIT_BUSINESS_UK_1',
  cardHolderName: 'Ottoline Grahame',
  embossedName: 'O GRAHAME',
  phoneNumber: '+447700900123',
  address,
};
export const kiosk = { ...physical, deliveryOption: 'KIOSK_COLLECTION' };
export const virtual = {
  program: 'VISA_DEBIT_CONSUMER_UK_VIRTUAL_1',
  cardHolderName: 'Ottoline Grahame',
};
export const consumer = { ...kiosk, program: 'VISA_DEBIT_CONSUMER_UK_1' };

export const base = (profileId: number) => `/v3/spend/profiles/${profileId}/card-orders`;
export const codeOf = ({ body }: { body: unknown }) => Object(body).errors[0].code;
export const fieldsOf = ({ body }: { body: unknown }) =>
  Object(body).errors.map(({ path }: { path: string }) => path);

/** An emulator for each test; cards are ordered by the user of the businesses, or by a person for themselves. */
export function prepareOrderDesk() {
  let wise: TestEmulator;
  let token: string;
  let personToken: string;
  const signInPerson = async () => {
    personToken = await wise.userToken(person.userId);
  };
  beforeEach(async () => {
    wise = startTestEmulator();
    token = await wise.userToken(businessUser);
    await signInPerson();
  });

  const ask = (method: string, path: string, more: Ask = {}) => wise.ask(method, path, more);
  const askAsBusiness = (method: string, path: string, more: Ask = {}) =>
    wise.ask(method, path, { ...more, token });
  const askAsPerson = (method: string, path: string, more: Ask = {}) =>
    wise.ask(method, path, { ...more, token: personToken });
  const place = (body: object, key: string | null = randomUUID()) =>
    askAsBusiness('POST', base(business), {
      body,
      ...(key && { headers: { 'X-idempotence-uuid': key } }),
    });
  const read = async (id: string) =>
    cardOrder.parse((await askAsBusiness('GET', `${base(business)}/${id}`)).body);
  const world = () => wise.emulator.world;
  return {
    ask,
    askAsBusiness,
    askAsPerson,
    signInPerson,
    place,
    read,
    world,
    clientToken: () => wise.clientToken(),
    /** What was sent to subscribers, as text. */
    told: async () => {
      await wise.emulator.webhooks.settle();
      return wise.sent.map(({ body }) => body);
    },
    placeAsPerson: (body: object) =>
      askAsPerson('POST', base(person.profileId), {
        body,
        headers: { 'X-idempotence-uuid': randomUUID() },
      }),
    made: async (body: object) => cardOrder.parse((await place(body)).body),
    cancel: (id: string, status = 'CANCELLED') =>
      askAsBusiness('PUT', `${base(business)}/${id}/status`, { body: { status } }),
    advance: (advanceSeconds: number) => ask('POST', '/_emulator/clock', { body: { advanceSeconds } }),
    set: (body: object) => ask('POST', '/_emulator/settings', { body }),
    giveStatus: (id: string, status: string) =>
      ask('PUT', `/_emulator/card-orders/${id}/status`, { body: { status } }),
    cardOf: async (id: string) => world().cards.get((await read(id)).cardToken ?? ''),
  };
}
