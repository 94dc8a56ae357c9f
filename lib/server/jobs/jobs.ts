import 'server-only';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Store } from '../db/database.ts';
import { createLeases } from './leases.ts';
import { reconcileJob } from './names.ts';

/** One piece of background work. It may run again at any time: each finds out by itself what is left to do. */
export interface JobDefinition {
  name: string;
  run(): Promise<void>;
  /** When it runs without being asked, as cron; absent = only when asked. */
  cron?: string;
  /** Seconds after which an unfinished run counts as lost. */
  expireInSeconds?: number;
  /** Replicas may run it at the same time; then a run that died with its process holds up nobody. */
  mayOverlap?: boolean;
}

const pollingIntervalSeconds = 2;
const stopWithinMs = 10_000;
const reconcileAfterSeconds = 3;
/** A run that has not said for this long that it is alive died with its process. */
const deadAfterSeconds = 30;
const lookForDeadEveryMs = 10_000;

/**
 * Durable jobs. Every queue holds at most one waiting job, and one running job unless runs may overlap: asking twice does
 * the work once.
 * pg-boss keeps its tables in the console's own store, on PGlite through the same SQL.
 */
export class Jobs {
  #store: Store;
  #boss: PgBoss;
  #log: Logger;
  #workers = new Map<string, string>();
  #asking = new Map<string, Promise<unknown>>();
  #isStarted = false;
  #lookingForDead: NodeJS.Timeout | undefined;
  /** pg-boss gives up a run some minutes or a quarter of an hour after its begin, which is moved on while it lives. */
  #alive = createLeases<string>((ids) =>
    this.#store.executeSql(
      `update pgboss.job set started_on = now() where state = 'active' and id = any($1::uuid[])`,
      [ids],
    ),
  );

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
    this.#boss = new PgBoss({ db: { executeSql: (text, values) => store.executeSql(text, values) } });
    this.#boss.on('error', (error) => log.error({ type: error.name }, 'job store failed'));
  }

  async start(definitions: JobDefinition[]): Promise<void> {
    await this.#boss.start();
    const dead = await this.#dropDeadRuns();
    for (const definition of definitions) {
      const { name, cron, expireInSeconds = 60, mayOverlap = false } = definition;
      await this.#boss.createQueue(name, {
        policy: mayOverlap ? 'short' : 'stately',
        expireInSeconds,
        retryLimit: 5,
        retryDelay: 5,
        retryBackoff: true,
      });
      const worker = await this.#boss.work(name, { pollingIntervalSeconds }, ([job]) =>
        this.#run(definition, job?.id),
      );
      this.#workers.set(name, worker);
      if (cron) await this.#boss.schedule(name, cron);
    }
    this.#isStarted = true;
    await this.#askAgain(dead);
    if (this.#store.kind === 'postgres')
      this.#lookingForDead = setInterval(() => {
        void this.#dropDeadRuns()
          .then((names) => this.#askAgain(names))
          .catch(() => undefined);
      }, lookForDeadEveryMs).unref();
  }

  get isStarted(): boolean {
    return this.#isStarted;
  }

  /** Asks for a run now, or in some seconds. Already asked for counts as done. */
  async ask(name: string, afterSeconds = 0): Promise<void> {
    if (afterSeconds > 0) {
      await this.#boss.send(name, {}, { startAfter: afterSeconds });
      return;
    }
    // A run that is being asked for has not begun, and will see what this one is asked for.
    const asking =
      this.#asking.get(name) ?? this.#boss.send(name, {}).finally(() => this.#asking.delete(name));
    this.#asking.set(name, asking);
    await asking;
    const worker = this.#workers.get(name);
    if (worker) this.#boss.notifyWorker(worker);
  }

  /** An act ended without an answer: Wise is asked what became of it, once the call can no longer be on its way. */
  async reconcileSoon(): Promise<void> {
    await this.ask(reconcileJob, reconcileAfterSeconds);
  }

  /** Takes no more jobs and lets running ones finish; what does not finish in time is taken up again after the start. */
  async stop(): Promise<void> {
    clearInterval(this.#lookingForDead);
    if (this.#isStarted)
      await this.#boss.stop({ graceful: true, wait: true, timeout: stopWithinMs, close: false });
    this.#alive.end();
  }

  /**
   * A run that died would keep its queue waiting. The embedded store has one process: whatever is marked as running at its
   * start died with the one before.
   * @returns whose they were
   */
  async #dropDeadRuns(): Promise<string[]> {
    const isDead =
      this.#store.kind === 'pglite' ? 'true' : `started_on < now() - interval '${deadAfterSeconds} seconds'`;
    const { rows } = await this.#store.executeSql(
      `delete from pgboss.job where state = 'active' and ${isDead} returning name`,
    );
    return rows.map(({ name }) => String(name));
  }

  async #askAgain(names: readonly string[]): Promise<void> {
    for (const name of names) {
      this.#log.warn({ job: name }, 'job died with its process and is run again');
      if (this.#workers.has(name)) await this.ask(name);
    }
  }

  async #run(definition: JobDefinition, id: string | undefined): Promise<void> {
    const startedAt = performance.now();
    if (id !== undefined) this.#alive.add(id);
    try {
      await definition.run();
      this.#log.debug({ job: definition.name, ms: Math.round(performance.now() - startedAt) }, 'job done');
    } catch (error) {
      const type = error instanceof Error ? error.name : typeof error;
      this.#log.error({ job: definition.name, type, code: codeOf(error) }, 'job failed');
      throw new Error(`${definition.name} failed`);
    } finally {
      if (id !== undefined) this.#alive.delete(id);
    }
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'kind' in error && typeof error.kind === 'string' ? error.kind : undefined;
}
