import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Requirements } from '../../../../contracts/wise/recipients.ts';
import { WiseError } from '../../../wise/errors.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { nestDetails } from '../file/account.ts';
import { type Refresh, refreshKey } from '../file/check-context.ts';
import { type Pricing, pricingOf } from '../run/pricing.ts';
import type { Wise } from '../../../wise/create-wise.ts';

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Wise tells by a quote what an account needs and what a payment costs; these are never taken up. */
const smallExample = '100';
const largeExample = '1000';

interface Route {
  profileId: string;
  source: string;
  target: string;
}

/** What Wise asks for in a currency, and what a payment from a balance costs about. `unsupported`: it sends none there. */
type Asked = { quoteId: string; requirements: Requirements[]; pricing: Pricing | null } | 'unsupported';

/** What rows are checked against and seldom changes: read once, kept an hour. */
export class WiseFacts {
  #wise: Pick<Wise, 'quotes' | 'recipients'>;
  #requirements: LRUCache<string, Promise<Asked>>;
  #refreshed: LRUCache<string, Promise<Requirements | undefined>>;
  #prices: LRUCache<string, Promise<Pricing | null>>;
  #currencies: { at: number; read: Promise<ReadonlyMap<string, { decimals: number }>> } | undefined;

  constructor(wise: Pick<Wise, 'quotes' | 'recipients'>) {
    this.#wise = wise;
    this.#requirements = new LRUCache({ max: 500, ttl: hourMs });
    this.#refreshed = new LRUCache({ max: 2000, ttl: hourMs });
    this.#prices = new LRUCache({ max: 500, ttl: minuteMs });
  }

  /** Wise tells only whether a currency has decimals at all; what has has two, but for a few. */
  currencies(options: CallOptions): Promise<ReadonlyMap<string, { decimals: number }>> {
    if (!this.#currencies || this.#currencies.at < Date.now() - dayMs) {
      const read = this.#wise.quotes
        .listCurrencies(options)
        .then(
          (list) =>
            new Map(
              list.map(({ code, supportsDecimals }) => [
                code,
                { decimals: decimalsOf(code, supportsDecimals) },
              ]),
            ),
        );
      read.catch(() => {
        this.#currencies = undefined;
      });
      this.#currencies = { at: Date.now(), read };
    }
    return this.#currencies.read;
  }

  requirementsOf(options: CallOptions, route: Route): Promise<Asked> {
    const key = JSON.stringify([route.profileId, route.source, route.target]);
    const known = this.#requirements.get(key);
    if (known) return known;
    const read = this.#read(options, route);
    this.#requirements.set(key, read);
    read.catch(() => this.#requirements.delete(key));
    return read;
  }

  /** One kind of account as Wise asks for it once some of it is filled in; undefined where Wise knows no such kind. */
  refreshedFor(
    options: CallOptions,
    route: Omit<Route, 'target'>,
    refresh: Refresh,
  ): Promise<Requirements | undefined> {
    const key = JSON.stringify([route.profileId, route.source, refreshKey(refresh)]);
    const known = this.#refreshed.get(key);
    if (known) return known;
    const read = this.#refresh(options, { ...route, target: refresh.currency }, refresh);
    this.#refreshed.set(key, read);
    read.catch(() => this.#refreshed.delete(key));
    return read;
  }

  async #refresh(
    options: CallOptions,
    route: Route,
    { type, filled }: Refresh,
  ): Promise<Requirements | undefined> {
    const asked = await this.requirementsOf(options, route);
    if (asked === 'unsupported') return undefined;
    const all = await this.#wise.recipients.getRequirements(options, asked.quoteId, {
      type,
      details: nestDetails(filled),
    });
    return all.find((one) => one.type === type);
  }

  /** What a payment costs at this moment, by fresh examples; null where Wise gives none. */
  pricingNow(options: CallOptions, route: Route): Promise<Pricing | null> {
    const key = JSON.stringify([route.profileId, route.source, route.target]);
    const known = this.#prices.get(key);
    if (known) return known;
    const read = this.#quoteExamples(options, route).then(({ small, large }) => pricingOf(small, large));
    this.#prices.set(key, read);
    read.catch(() => this.#prices.delete(key));
    return read;
  }

  async #quoteExamples(options: CallOptions, { profileId, source, target }: Route) {
    const quoteFor = (amount: string) =>
      this.#wise.quotes.createQuote(options, profileId, {
        sourceCurrency: source,
        targetCurrency: target,
        fixed: { side: 'source', amount },
      });
    const [small, large] = await Promise.all([quoteFor(smallExample), quoteFor(largeExample)]);
    return { small, large };
  }

  async #read(options: CallOptions, route: Route): Promise<Asked> {
    try {
      const { small, large } = await this.#quoteExamples(options, route);
      const requirements = await this.#wise.recipients.getRequirements(options, large.id);
      return { quoteId: large.id, requirements, pricing: pricingOf(small, large) };
    } catch (error) {
      // A currency that Wise does not send is refused as a field; anything else is a fault.
      if (error instanceof WiseError && error.kind === 'refused') return 'unsupported';
      throw error;
    }
  }
}

const threeDecimals: readonly string[] = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];
const decimalsOf = (code: string, supportsDecimals: boolean): number => {
  if (!supportsDecimals) return 0;
  return threeDecimals.includes(code) ? 3 : 2;
};
