export interface RateLimit {
  perSecond: number;
  perMinute: number;
}

/** Above this a limit is no limit: nothing reaches it and its memory would be wasted. */
const unlimitedFrom = 1_000_000;

class Window {
  readonly #times: Float64Array;
  readonly #lengthMs: number;
  #next = 0;

  constructor(limit: number, lengthMs: number) {
    this.#times = new Float64Array(limit);
    this.#lengthMs = lengthMs;
  }

  /** Milliseconds until one more fits; 0 when it fits now. */
  waitMs(now: number): number {
    const oldest = this.#times[this.#next] ?? 0;
    return oldest === 0 ? 0 : Math.max(0, oldest + this.#lengthMs - now);
  }

  add(now: number): void {
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#times.length;
  }
}

/** Wise: 100 requests a second and 1,000 a minute, counted per client. Counted over sliding windows; refused requests do not count. */
export class RateLimiter {
  #limit: RateLimit | null = null;
  #clients = new Map<string, { second: Window; minute: Window }>();

  /** Forgets what was counted. `null` takes the limit away. */
  use(limit: RateLimit | null): void {
    const isUnlimited = limit !== null && Math.min(limit.perSecond, limit.perMinute) >= unlimitedFrom;
    this.#limit = isUnlimited ? null : limit;
    this.#clients.clear();
  }

  /** @returns whole seconds to wait, or 0 when the request may go on. */
  take(client: string, now: number): number {
    if (!this.#limit) return 0;
    const windows = this.#windowsOf(client, this.#limit);
    const waitMs = Math.max(windows.second.waitMs(now), windows.minute.waitMs(now));
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    windows.second.add(now);
    windows.minute.add(now);
    return 0;
  }

  #windowsOf(client: string, limit: RateLimit) {
    let windows = this.#clients.get(client);
    if (!windows) {
      const size = (count: number) => Math.min(count, unlimitedFrom);
      windows = {
        second: new Window(size(limit.perSecond), 1000),
        minute: new Window(size(limit.perMinute), 60_000),
      };
      this.#clients.set(client, windows);
    }
    return windows;
  }
}
