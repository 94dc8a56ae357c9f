import 'server-only';

/**
 * The times of the last calls. Counts over a span that ends now, so no edge between two fixed windows lets twice as
 * many through.
 */
export class SlidingWindow {
  readonly #times: Float64Array;
  readonly #spanMs: number;
  #next = 0;

  constructor(limit: number, spanMs: number) {
    this.#times = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
    this.#spanMs = spanMs;
  }

  /** Milliseconds until a call fits beside `limit - 1` others; 0 when it fits now. `limit` at most the window's own. */
  waitMs(now: number, limit: number): number {
    const size = this.#times.length;
    const oldest = this.#times[(this.#next - Math.min(limit, size) + size) % size] ?? 0;
    // A clock that was set back must not stop everything until it has caught up.
    return oldest > now ? 0 : Math.max(0, oldest + this.#spanMs - now);
  }

  add(now: number): void {
    this.#times[this.#next] = now;
    this.#next = (this.#next + 1) % this.#times.length;
  }
}
