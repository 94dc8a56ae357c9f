import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

/** The requests that are being answered: a stop waits for them, and what is done for one carries its id. */
export class InFlight {
  #requestId = new AsyncLocalStorage<string>();
  #count = 0;
  #onDrained: (() => void) | undefined;

  async during<T>(requestId: string, work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await this.#requestId.run(requestId, work);
    } finally {
      this.#count--;
      if (this.#count === 0) this.#onDrained?.();
    }
  }

  get requestId(): string | undefined {
    return this.#requestId.getStore();
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
