import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

interface Answering {
  requestId: string;
  hasWrittenToWise: boolean;
}

/**
 * The requests that are being answered: a stop waits for them, what is done for one carries its id, and each knows
 * whether Wise has changed anything for it.
 */
export class InFlight {
  #answering = new AsyncLocalStorage<Answering>();
  #count = 0;
  #onDrained: (() => void) | undefined;

  async during<T>(requestId: string, work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await this.#answering.run({ requestId, hasWrittenToWise: false }, work);
    } finally {
      this.#count--;
      if (this.#count === 0) this.#onDrained?.();
    }
  }

  get requestId(): string | undefined {
    return this.#answering.getStore()?.requestId;
  }

  /** A write to Wise was carried out, or may have been. */
  noteWriteToWise(): void {
    const answering = this.#answering.getStore();
    if (answering) answering.hasWrittenToWise = true;
  }

  get hasWrittenToWise(): boolean {
    return this.#answering.getStore()?.hasWrittenToWise ?? false;
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
