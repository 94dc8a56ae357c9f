import type { Clock } from './clock.ts';

const longestTimerMs = 2_000_000_000;
/** Where much is due at once everybody else gets a turn after this long. */
const turnMs = 5;

interface Entry {
  key: string;
  dueMs: number;
  /** Of two that are due at the same instant the one that was entered first comes first. */
  order: number;
}

const isBefore = (a: Entry, b: Entry) => a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);

/**
 * What moves by itself, by the emulator's clock: the earliest comes first. An entry is only a reminder: what it names knows
 * itself whether it is still due, so nothing has to be taken out again.
 */
export class DueSteps {
  readonly #clock: Clock;
  readonly #take: (key: string) => void;
  #heap: Entry[] = [];
  #entered = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;
  #isStopped = false;

  /** @param take lets what is named by the key take the step that is due, if it still is */
  constructor(clock: Clock, take: (key: string) => void) {
    this.#clock = clock;
    this.#take = take;
  }

  schedule(key: string, dueMs: number): void {
    this.#entered += 1;
    this.#push({ key, dueMs, order: this.#entered });
    this.#setTimer();
  }

  /** Everything that is due by now, and what becomes due by it. */
  catchUp(): void {
    this.#takeDue(Number.POSITIVE_INFINITY);
    this.#setTimer();
  }

  /** Forgets everything, for what is entered anew. */
  clear(): void {
    this.#heap = [];
    this.#setTimer();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #takeDue(forMs: number): void {
    const now = this.#clock.now();
    const beganMs = performance.now();
    while (performance.now() - beganMs < forMs) {
      const first = this.#heap[0];
      if (!first || first.dueMs > now) return;
      this.#pop();
      this.#take(first.key);
    }
  }

  #setTimer(): void {
    const dueMs = this.#heap[0]?.dueMs ?? Number.POSITIVE_INFINITY;
    if (this.#isStopped || dueMs === this.#timerAtMs) return;
    clearTimeout(this.#timer);
    this.#timerAtMs = dueMs;
    if (dueMs === Number.POSITIVE_INFINITY) return;
    const delayMs = Math.min(longestTimerMs, this.#clock.realDelayUntil(dueMs));
    this.#timer = setTimeout(() => {
      this.#timerAtMs = Number.POSITIVE_INFINITY;
      this.#takeDue(turnMs);
      this.#setTimer();
    }, delayMs);
    this.#timer.unref();
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, entry)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = right !== undefined && left !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!child || isBefore(last, child)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}
