import { z } from 'zod';

export interface FaultRule {
  match?: { method?: string; path?: string };
  times?: number;
  rate?: number;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delayMs?: number;
  /** Between doing it and answering. */
  delayAfterMs?: number;
  /** Cut the connection before anything is done. */
  dropBeforeApply?: boolean;
  /** Do it, then cut the connection. */
  dropAfterApply?: boolean;
}

export interface EmulatorSettings {
  rateLimit?: { perSecond: number; perMinute: number } | null;
  latencyMs?: number;
  webhookUrl?: string | null;
  tokenTtlSeconds?: number;
  tokenForm?: 'uuid' | 'long' | 'jwt';
  webhookFaults?: { duplicate?: number; shuffle?: number; drop?: number };
  sensitiveReply?: 'jwe' | 'jweInJson' | 'clear';
  keyFormat?: 'spki' | 'pem';
  scaRequired?: boolean | string[];
  scaChallenges?: string[];
  /** Between two steps of a group or a direct debit; null: they wait to be moved. */
  batchStepMs?: number | null;
  /** How long a transfer that was paid for stays at each of its steps. */
  transferStepMs?: number;
  /** How long a kiosk prints a card; null: until it is moved. */
  kioskStepMs?: number | null;
  /** How long a card order stays at each of its steps; null: until it is moved. */
  orderStepMs?: number | null;
  /** Of a personal profile. */
  cardLimits?: { physical?: number; virtual?: number; virtualPerDay?: number };
  quoteLifeMs?: number;
  autoConvert?: boolean;
}

/** A code for every job to come, or for the next few; null takes it away. */
type KioskFault = string | { code: string; times: number } | null;
export interface KioskBehaviour {
  /** null: the setting `kioskStepMs`. */
  stepMs?: number | null;
  failWith?: KioskFault;
  /** null also lets begin what waits there with REQUEST_CREATED_BUT_NOT_STARTED. */
  rejectWith?: KioskFault;
}

const kioskCard = z.object({
  token: z.string(),
  profileId: z.int().transform(String),
  orderId: z.int().transform(String),
  lastFourDigits: z.string(),
  cardHolderName: z.string(),
  creationTime: z.string(),
});
export type KioskCard = z.output<typeof kioskCard>;

const sentWebhooks = z.object({
  items: z.array(z.object({ id: z.string(), body: z.string(), signature: z.string() })),
});

const loggedRequests = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      method: z.string(),
      path: z.string(),
      query: z.string(),
      status: z.number(),
      correlationId: z.string().nullable(),
    }),
  ),
});
export type LoggedRequest = z.output<typeof loggedRequests>['items'][number];
export interface TransactionFacts {
  type?: string;
  state?: string;
  amount?: { amount: number; currency: string };
  /** The card's own unless given. */
  billingCurrency?: string;
  declineReason?: string | null;
  detailedDeclineReason?: string | null;
  authorisationMethod?: string;
  creationTime?: string;
  merchant?: {
    name?: string | null;
    location?: { country: string };
    category?: { code: string; description?: string };
  } | null;
  notify?: boolean;
}
const madeTransaction = z.object({ id: z.number().transform(String), creationTime: z.string() });
const clock = z.object({ now: z.iso.datetime() });

/** The emulator's control operations: what Wise does by itself, and what goes wrong. */
export function createEmulatorControl(emulatorUrl: string) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`${emulatorUrl}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`emulator ${method} ${path}: ${reply.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  let touched = false;

  return {
    url: emulatorUrl,
    reset: (seed: 'demo' | 'empty' | 'scale' = 'demo', options = {}) =>
      ask('POST', '/reset', { seed, options }),
    /** @returns the emulator's own time, ISO */
    now: async () => clock.parse(await ask('GET', '/clock')).now,
    advanceClock: (advanceSeconds: number) => ask('POST', '/clock', { advanceSeconds }),
    addFault: (rule: FaultRule) => {
      touched = true;
      return ask('POST', '/faults', rule);
    },
    clearFaults: () => ask('DELETE', '/faults'),
    changeSettings: (settings: EmulatorSettings) => {
      touched = true;
      return ask('POST', '/settings', settings);
    },
    /** Resolves once no webhook delivery is due or under way. */
    settleWebhooks: () => ask('POST', '/settle'),
    /** What reached Wise since then, oldest first. */
    requests: async (since: string): Promise<LoggedRequest[]> =>
      loggedRequests.parse(await ask('GET', `/requests?since=${encodeURIComponent(since)}`)).items,
    /** What Wise holds, parsed by the caller's own idea of it. */
    state: async <T extends z.ZodType>(collection: string, item: T): Promise<z.output<T>[]> =>
      z.object({ items: z.array(item) }).parse(await ask('GET', `/state/${collection}`)).items,
    /**
     * An event of any kind and version, to whoever subscribed to it, or else to the console's first subscription. What is
     * not said of it is made up.
     */
    sendWebhook: async (event: {
      eventType: string;
      version?: string;
      data?: Record<string, unknown>;
      profileId?: string;
      cardToken?: string;
      id?: string;
      /** Signed and sent as it is, in place of everything above. */
      body?: string;
    }) => sentWebhooks.parse(await ask('POST', '/webhooks/send', event)).items,
    /** As done by Wise itself: any status from any other. */
    setCardStatus: (token: string, status: string) => ask('PUT', `/cards/${token}/status`, { status }),
    setSpendingPermissions: (
      token: string,
      permissions: { type: string; isEnabled?: boolean; isLocked?: boolean }[],
    ) => ask('PUT', `/cards/${token}/spending-permissions`, { permissions }),
    /**
     * Where the card stands at its kiosk; any card becomes one that is collected there. Subscribers are told, unless
     * `notify` is false.
     */
    setProduction: (
      token: string,
      status: string,
      errorCode?: string,
      more: { kioskId?: string; notify?: boolean } = {},
    ) => ask('PUT', `/cards/${token}/production`, { status, ...(errorCode && { errorCode }), ...more }),
    /** A kiosk that is not there yet is made: a test may have one of its own. */
    setKiosk: (kioskId: string, behaviour: KioskBehaviour) => ask('PUT', `/kiosks/${kioskId}`, behaviour),
    /** A new INACTIVE card of a kiosk order, READY at once: as if order and card had gone their way. */
    makeKioskCard: async (wanted: {
      profileId: string;
      cardHolderName?: string;
      /** How long ago the card was made. */
      ageDays?: number;
      /** false: not READY yet. */
      isReady?: boolean;
      /** false keeps it from the subscribers. */
      notify?: boolean;
    }): Promise<KioskCard> => kioskCard.parse(await ask('POST', '/kiosk-cards', wanted)),
    setCardOrderStatus: (orderId: string, status: string) =>
      ask('PUT', `/card-orders/${orderId}/status`, { status }),
    setRequirements: (orderId: string, requirements: { type: string; status: string }[]) =>
      ask('PUT', `/card-orders/${orderId}/requirements`, { requirements }),
    /** A direct debit's next status, as its bank has it. */
    setInitiationStatus: (id: string, status: string) =>
      ask('PUT', `/payment-initiations/${id}/status`, { status }),
    setTransferStatus: (id: string, status: string) => ask('PUT', `/transfers/${id}/status`, { status }),
    setBalance: (id: string, amount: number) => ask('PUT', `/balances/${id}`, { amount }),
    setPinTries: (token: string, tries: number) => ask('PUT', `/cards/${token}/pin-tries`, { tries }),
    setProfileState: (profileId: string, currentState: string) =>
      ask('PUT', `/profiles/${profileId}/state`, { currentState }),
    /** Wise has a new key for card data at once; what is encrypted to the old one no longer opens. */
    rotateEncryptingKey: () => ask('POST', '/encrypting-key/rotate'),
    revokeTokens: (owner: string, revoke: 'access' | 'all' | 'personal' | 'none') =>
      ask('PUT', `/tokens/${owner}`, { revoke }),
    /** Any state, type and reason; `notify: false` keeps it from the subscribers. */
    makeTransaction: async (facts: TransactionFacts & { cardToken: string }) =>
      madeTransaction.parse(await ask('POST', '/transactions', facts)),
    moveTransaction: async (
      id: string,
      facts: Omit<TransactionFacts, 'amount'> & { step?: string; amount?: number },
    ) => madeTransaction.parse(await ask('PUT', `/transactions/${id}`, facts)),
    /** Takes back the faults and settings of this test; cards and profiles stay as they are. */
    async restore() {
      if (!touched) return;
      await ask('DELETE', '/faults');
      await ask('POST', '/settings', {
        rateLimit: { perSecond: 1_000, perMinute: 60_000 },
        latencyMs: 0,
        webhookUrl: null,
        tokenTtlSeconds: 43_200,
        tokenForm: 'uuid',
        webhookFaults: { duplicate: 0, shuffle: 0, drop: 0 },
        sensitiveReply: 'jwe',
        keyFormat: 'spki',
        scaRequired: false,
        scaChallenges: ['SMS'],
        batchStepMs: 2000,
        transferStepMs: 2_000,
        kioskStepMs: 8_000,
        orderStepMs: 2_000,
        cardLimits: { physical: 10, virtual: 30, virtualPerDay: 3 },
        quoteLifeMs: 30 * 60 * 1000,
        autoConvert: true,
      });
      touched = false;
    },
  };
}

export type EmulatorControl = ReturnType<typeof createEmulatorControl>;
