const nanosecondsInMillisecond = 1_000_000;

export interface ClockState {
  offsetMs: number;
  lastMs: number;
  lastNanos: number;
}

/** The emulator's own time: real time plus what was advanced. It never goes back. */
export class Clock {
  #state: ClockState = { offsetMs: 0, lastMs: 0, lastNanos: 0 };
  readonly #realNow: () => number;

  constructor(realNow: () => number = Date.now) {
    this.#realNow = realNow;
  }

  now(): number {
    return this.#realNow() + this.#state.offsetMs;
  }

  advance(seconds: number): void {
    this.#state.offsetMs += Math.round(seconds * 1000);
  }

  /** Milliseconds of real time until an instant of this clock; 0 when it has passed. */
  realDelayUntil(instantMs: number): number {
    return Math.max(0, instantMs - this.now());
  }

  /**
   * Wise: creationTime and modificationTime carry nine digits of a second. Each call gives a later instant than the
   * one before, so two changes within a millisecond still have an order.
   * @param after an instant printed earlier that the new one must not precede either
   */
  nextInstant(after?: string): string {
    const now = this.now();
    const state = this.#state;
    if (after !== undefined) this.#catchUpWith(after);
    if (now > state.lastMs) {
      state.lastMs = now;
      state.lastNanos = (now * 7919) % nanosecondsInMillisecond;
    } else if (state.lastNanos + 1 < nanosecondsInMillisecond) {
      state.lastNanos += 1;
    } else {
      state.lastMs += 1;
      state.lastNanos = 0;
    }
    return printInstant(state.lastMs, state.lastNanos);
  }

  #catchUpWith(instant: string): void {
    const ms = Date.parse(`${instant.slice(0, 23)}Z`);
    const nanos = Number(instant.slice(23, 29));
    if (ms < this.#state.lastMs || (ms === this.#state.lastMs && nanos <= this.#state.lastNanos)) return;
    this.#state.lastMs = ms;
    this.#state.lastNanos = nanos;
  }

  get state(): ClockState {
    return { ...this.#state };
  }

  restore(state: ClockState): void {
    this.#state = { ...state };
  }
}

export function printInstant(ms: number, nanos: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}${String(nanos).padStart(6, '0')}Z`;
}

export const printMilliseconds = (ms: number): string => new Date(ms).toISOString();
export const printSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
/** Wise: profiles carry local-looking times without an offset. */
export const printWithoutOffset = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
/** Wise: the oldest card transaction operation has six digits of a second. */
export const printMicroseconds = (ms: number, micros: number): string =>
  `${new Date(ms).toISOString().slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`;
/** Wise: webhook versions from 3.0.0 on have milliseconds, the older ones whole seconds. */
export const printTime = (ms: number, version: string): string =>
  version < '3' ? printSeconds(ms) : printMilliseconds(ms);
