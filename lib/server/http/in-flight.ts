import 'server-only';

/** Counts the requests that are being answered, so that a stop can wait for them. */
export class InFlight {
  #count = 0;
  #onDrained: (() => void) | undefined;

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
      if (this.#count === 0) this.#onDrained?.();
    }
  }

  /** Resolves when nothing is being answered any more, or after the given time. */
  async drained(withinMs: number): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#onDrained = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
