import type { SettingsChange } from '../settings.ts';
import { businessUser, type Reply, startTestEmulator } from '../test-support.ts';
import { makeQuote } from './quote-making.ts';
import type { RecipientRecord } from './records.ts';

export const businessProfile = 30_000_001;
/** Of the demo data: what the first business has in pounds, and where. */
export const poundsId = 101;
export const poundsAmount = 655_012.18;

interface QuoteWanted {
  sourceCurrency?: string;
  targetCurrency?: string;
  /** Exactly this much is paid. */
  sourceAmount?: number;
  profileId?: number;
}

/** The emulator with the demo data and a token of the user who owns the businesses. */
export async function startMoney() {
  const wise = startTestEmulator();
  // Days go by in these tests, and nobody signs in again.
  await wise.ask('POST', '/_emulator/settings', { body: { tokenTtlSeconds: 100 * 86_400 } });
  const token = await wise.userToken(businessUser);
  const { emulator } = wise;
  const { world } = emulator;
  let recipients = 0;

  const plantRecipient = (change: Partial<RecipientRecord> = {}): RecipientRecord => {
    recipients += 1;
    return world.recipients.put({
      id: 44_000_000 + recipients,
      profileId: businessProfile,
      creatorId: businessUser,
      accountHolderName: 'Marta Kowalczyk',
      currency: 'EUR',
      country: 'DE',
      type: 'iban',
      legalType: 'PRIVATE',
      active: true,
      ownedByCustomer: false,
      email: null,
      details: { IBAN: 'DE89370400440532013000' },
      address: null,
      outcomes: [],
      checkedWith: null,
      acceptedFor: [],
      createdAt: '2026-11-01T09:00:00.000Z',
      ...change,
    });
  };

  const plantQuote = (wanted: QuoteWanted = {}): string => {
    const { profileId = businessProfile, sourceAmount = 100 } = wanted;
    const terms = makeQuote(
      {
        profileId,
        sourceCurrency: wanted.sourceCurrency ?? 'GBP',
        targetCurrency: wanted.targetCurrency ?? 'EUR',
        providedAmountType: 'SOURCE',
        amount: sourceAmount,
        payOut: 'BANK_TRANSFER',
        preferredPayIn: 'BALANCE',
        targetAccount: null,
        pricing: null,
        transferNature: null,
      },
      world.clock.now(),
    );
    const id = world.random.ids.uuid();
    world.quotes.put({ ...terms, id, profileId, userId: businessUser, status: 'PENDING' });
    return id;
  };

  const ask = (method: string, path: string, body?: unknown) => wise.ask(method, path, { token, body });
  const read = ({ body }: Reply, key: string): unknown => Reflect.get(Object(body), key);

  /** The body of a new transfer, to a recipient of its own. */
  const transferOf = (wanted: QuoteWanted & { reference?: string; recipient?: RecipientRecord } = {}) => {
    const { recipient, reference = 'INV 7', ...quote } = wanted;
    return {
      targetAccount: (recipient ?? plantRecipient({ currency: quote.targetCurrency ?? 'EUR' })).id,
      quoteUuid: plantQuote(quote),
      customerTransactionId: world.random.ids.uuid(),
      details: { reference },
    };
  };
  const makeTransfer = async (wanted: Parameters<typeof transferOf>[0] = {}): Promise<number> =>
    Number(read(await ask('POST', '/v1/transfers', transferOf(wanted)), 'id'));

  const groupsPath = `/v3/profiles/${businessProfile}/batch-groups`;
  const makeGroup = async (sourceCurrency = 'GBP'): Promise<string> =>
    String(read(await ask('POST', groupsPath, { sourceCurrency, name: 'November' }), 'id'));
  const addTransfer = (groupId: string, wanted: Parameters<typeof transferOf>[0] = {}) =>
    ask('POST', `${groupsPath}/${groupId}/transfers`, transferOf(wanted));
  const versionOf = (groupId: string) => world.batchGroups.get(groupId)?.version ?? '';
  const patchGroup = (groupId: string, status: string, version = versionOf(groupId)) =>
    ask('PATCH', `${groupsPath}/${groupId}`, `{"status":"${status}","version":${version}}`);
  /** A group that is completed, with as many transfers of 100 each. */
  const makeCompleted = async (count = 2, sourceCurrency = 'GBP'): Promise<string> => {
    const groupId = await makeGroup(sourceCurrency);
    for (let index = 0; index < count; index++) await addTransfer(groupId, { sourceCurrency });
    await patchGroup(groupId, 'COMPLETED');
    return groupId;
  };
  const fundPath = (groupId: string) => `/v3/profiles/${businessProfile}/batch-payments/${groupId}/payments`;

  return {
    ...wise,
    world,
    token,
    /** As the owner of the businesses. */
    asOwner: ask,
    read,
    plantRecipient,
    plantQuote,
    transferOf,
    makeTransfer,
    groupsPath,
    makeGroup,
    addTransfer,
    patchGroup,
    makeCompleted,
    fund: (groupId: string) => ask('POST', fundPath(groupId), { type: 'BALANCE' }),
    statusOf: (transferId: number) => world.transfers.get(transferId)?.status,
    amountOf: (balanceId: number) => world.balances.get(balanceId)?.amount,
    set: (settings: SettingsChange) => wise.ask('POST', '/_emulator/settings', { body: settings }),
    advance: (advanceSeconds: number) => wise.ask('POST', '/_emulator/clock', { body: { advanceSeconds } }),
    /** What was sent to subscribers of an event since it was listened to, as its `data`. */
    listen: async (event: string, version = '4.0.0') => {
      const client = await wise.clientToken();
      await wise.ask('POST', '/v3/applications/demo-client/subscriptions', {
        token: client,
        body: { name: event, trigger_on: event, delivery: { version, url: 'http://127.0.0.1:9/hooks' } },
      });
      return async (): Promise<unknown[]> => {
        await wise.ask('POST', '/_emulator/settle');
        const told = wise.sent.map(({ body }): unknown => JSON.parse(body));
        return told
          .filter((body) => Reflect.get(Object(body), 'event_type') === event)
          .map((body) => Reflect.get(Object(body), 'data'));
      };
    },
  };
}

export type TestMoney = Awaited<ReturnType<typeof startMoney>>;
