import 'server-only';
import { LRUCache } from 'lru-cache';
import pLimit, { type LimitFunction } from 'p-limit';
import pino, { type Logger } from 'pino';
import type { Endpoint } from '../contracts/define-endpoint.ts';
import { sealEarlierApprovals } from './approvals/seal-earlier.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { signAuditHead } from './audit/signing.ts';
import { SubjectTexts } from './audit/subject-texts.ts';
import { addFirstPeople } from './auth/first-people.ts';
import { sessionChannel, Sessions } from './auth/sessions.ts';
import { writeCommandToken } from './command-token.ts';
import type { Store } from './db/database.ts';
import { openStore } from './db/open-store.ts';
import { type Env, parseEnv } from './env.ts';
import { EventHub, publishEvent } from './events/event-hub.ts';
import { InFlight } from './http/in-flight.ts';
import { Jobs } from './jobs/jobs.ts';
import { Metrics } from './metrics.ts';
import type { ScaReplays } from './sca/replay.ts';
import { HeldCards } from './services/card-holds/held-cards.ts';
import { AccessLog } from './services/access-log.ts';
import { CardChoicesCache } from './services/card-choices.ts';
import { WiseFacts } from './services/batch-groups/rows/wise-facts.ts';
import { type Digest, readDigest } from './services/recipients/digest-key.ts';
import { followClassifications } from './services/new-codes/follow-classifications.ts';
import type { LocatedCard } from './services/locate-card.ts';
import { parseVaultKeys } from './vault/keys.ts';
import { createVault, type Vault } from './vault/vault.ts';
import { WebhookIntake } from './services/webhooks/intake.ts';
import { createWatcher } from './services/connections/watch.ts';
import { connectionChannel, importConnections } from './wise/connections.ts';
import { createWise, type Wise } from './wise/create-wise.ts';

const headEvery = 100n;
const revealsAtOnce = 4;

/** Everything a request or job works with. One per process. */
export interface Runtime {
  env: Env;
  log: Logger;
  store: Store;
  vault: Vault;
  texts: SubjectTexts;
  audit: AuditTrail;
  sessions: Sessions;
  hub: EventHub;
  jobs: Jobs;
  wise: Wise;
  metrics: Metrics;
  intake: WebhookIntake;
  inFlight: InFlight;
  accessLog: AccessLog;
  /** Digests of accounts and names, under the key in the store. */
  digests(): Promise<Digest>;
  wiseFacts: WiseFacts;
  cardChoices: CardChoicesCache;
  /** Per card the modification time that was stored last, so that an unchanged reading costs no write. */
  seenCards: LRUCache<string, string>;
  heldCards: HeldCards;
  /** How many calls of a lane go on at once. */
  lanes: Record<NonNullable<Endpoint['lane']>, LimitFunction>;
  scaReplays: ScaReplays;
  /** Proves a command given on this machine. */
  commandToken: string;
  /** Where cards are, for people who may see all of them; as short-lived as what is remembered of a session. */
  locatedCards: LRUCache<string, LocatedCard>;
  /** Cards of which Wise has said that no kiosk has to print them any more, by token; that never changes back. */
  printedCards: LRUCache<string, true>;
  /** When a card was last found to wait for its print, by token: for who looks at it, never what a reveal goes by. */
  unprintedCards: LRUCache<string, Date>;
  tellCardChanged(profileId: string | null, cardToken: string): Promise<void>;
  /** What Wise did stands, even where the console's own copy cannot follow: the next reading makes it good. */
  afterWrite(follow: Promise<void>): Promise<void>;
}

// Next loads modules more than once in a process (pages, routes, instrumentation): the one entry is shared by all.
const holder: typeof globalThis & { consoleRuntime?: Promise<Runtime> | undefined } = globalThis;

/** Opens the store and what stands on it at the first call, never on import: the build imports every route. */
export function runtime(): Promise<Runtime> {
  holder.consoleRuntime ??= createRuntime().catch((error: unknown) => {
    holder.consoleRuntime = undefined;
    throw error;
  });
  return holder.consoleRuntime;
}

/** A failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}

async function createRuntime(): Promise<Runtime> {
  const env = parseEnv(process.env);
  const log = pino({ level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const store = await openStore(env);
  const vault = createVault(parseVaultKeys(env.vaultKeys));
  const texts = new SubjectTexts(store.db, vault);
  const jobs = new Jobs(store, log);
  const audit = new AuditTrail(store.db, texts, (sequence) => {
    if (sequence % headEvery === 0n) void signAuditHead(store.db, vault, log).catch(() => undefined);
  });
  const sessions = new Sessions(store.db);
  const hub = new EventHub(store);
  const metrics = new Metrics();
  const inFlight = new InFlight();
  const wise: Wise = createWise({
    watcher: createWatcher(() => ({ store, wise, log })),
    db: store.db,
    vault,
    logger: log,
    apiUrl: env.wise.apiUrl,
    cardDataUrl: env.wise.cardDataUrl,
    version: env.wise.apiVersion,
    clientId: env.wise.clientId,
    clientSecret: env.wise.clientSecret,
    rate: { perSecond: env.wise.ratePerSecond, perMinute: env.wise.ratePerMinute },
    calls: {
      correlationId: () => inFlight.requestId,
      observe: ({ mayHaveChanged }) => mayHaveChanged && inFlight.noteWriteToWise(),
      sca: {
        approvalFor: (asked) => inFlight.approvalFor(asked),
        refused: (asked, owner, oneTimeToken) => {
          if (owner.kind === 'user')
            inFlight.noteRefusedByWise({ asked, userId: owner.userId, oneTimeToken });
        },
      },
    },
  });
  const accessLog = new AccessLog(store.db);

  await sealEarlierApprovals(store.db, vault);
  await addFirstPeople(store.db, env);
  await importConnections(store.db, vault, env.wise.bootstrapConnections);
  await followClassifications(store);
  await hub.start();
  await store.listen(
    sessionChannel,
    (personId) => sessions.drop(personId),
    () => sessions.drop(''),
  );
  await store.listen(
    connectionChannel,
    (userId) => wise.forget(userId),
    () => wise.forget(),
  );
  metrics.gauge('console_event_streams', 'Open event streams', () => hub.subscribers);
  metrics.gauge(
    'console_wise_requests_this_minute',
    'Requests taken of Wise’s budget in this minute',
    () => wise.budget.usage().requestsThisMinute,
  );

  return {
    env,
    log,
    store,
    vault,
    texts,
    audit,
    sessions,
    hub,
    jobs,
    wise,
    metrics,
    intake: new WebhookIntake({ store, jobs, metrics, log }),
    inFlight,
    accessLog,
    wiseFacts: new WiseFacts(wise),
    digests: once(() => readDigest(store.db, vault)),
    cardChoices: new CardChoicesCache(),
    seenCards: new LRUCache({ max: 20_000 }),
    heldCards: new HeldCards(store.db, hub),
    // A package may hold a thousand transactions in memory.
    lanes: { reveals: pLimit(revealsAtOnce), evidence: pLimit(1) },
    scaReplays: new Map(),
    commandToken: writeCommandToken(env.dataDir),
    locatedCards: new LRUCache({ max: 5000, ttl: 5000 }),
    printedCards: new LRUCache({ max: 20_000 }),
    unprintedCards: new LRUCache({ max: 5000, ttl: 60 * 60 * 1000 }),
    async tellCardChanged(profileId, cardToken) {
      if (!profileId) return;
      await store.db.transaction((tx) => publishEvent(tx, { type: 'card.changed', profileId, cardToken }));
    },
    afterWrite: (follow) =>
      follow.catch((error: unknown) => {
        log.error(
          { type: error instanceof Error ? error.name : typeof error },
          'index not updated after a write',
        );
      }),
  };
}
