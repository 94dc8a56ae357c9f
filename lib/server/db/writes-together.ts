import 'server-only';
import { isStoreFault } from './is-store-fault.ts';

interface Waiting<T, R> {
  one: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

const mostTogether = 50;

/** What comes while a write goes on shares the next one: many at once cost few round trips, one alone waits for nobody. */
export class WritesTogether<T, R> {
  #write: (together: readonly T[]) => Promise<(place: number) => R>;
  #waiting: Waiting<T, R>[] = [];
  #isWriting = false;

  /** @param write stores all of them or none, in one transaction; gives what each is told, by its place among them */
  constructor(write: (together: readonly T[]) => Promise<(place: number) => R>) {
    this.#write = write;
  }

  /** @throws what the store said of it when it could not be stored */
  add(one: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ one, resolve, reject });
      if (!this.#isWriting) void this.#writeWaiting();
    });
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#answer(this.#waiting.splice(0, mostTogether));
    this.#isWriting = false;
  }

  async #answer(together: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const resultAt = await this.#write(together.map(({ one }) => one));
      for (const [place, { resolve }] of together.entries()) resolve(resultAt(place));
    } catch (error) {
      // What the store refused of one is no fault of the others. Where the store itself failed, they may have been written.
      if (together.length > 1 && !isStoreFault(error)) for (const one of together) await this.#answer([one]);
      else for (const { reject } of together) reject(error);
    }
  }
}
