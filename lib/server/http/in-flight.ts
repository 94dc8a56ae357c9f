import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { type AskedOfWise, digestOfAsked } from '../wise/asked.ts';

/** A request that Wise's user has to confirm before Wise takes it. */
export interface RefusedByWise {
  asked: AskedOfWise;
  userId: string;
  oneTimeToken: string;
}

/** A request that is answered again, now that Wise's user has confirmed what Wise had refused of it. */
export interface ScaReplay {
  /** Of what Wise was asked. */
  askedDigest: string;
  oneTimeToken: string;
  /** What the handler had kept, see `keepForReplay`. */
  kept: unknown;
}

interface Answering {
  requestId: string;
  hasWrittenToWise: boolean;
  replay: ScaReplay | undefined;
  refused: RefusedByWise | undefined;
  keptForReplay: unknown;
}

/**
 * The requests that are being answered: a stop waits for them, what is done for one carries its id, and each knows
 * whether Wise has changed anything for it, and what its user must confirm or has confirmed.
 */
export class InFlight {
  #answering = new AsyncLocalStorage<Answering>();
  #count = 0;
  #onDrained: (() => void) | undefined;

  async during<T>(requestId: string, work: () => Promise<T>, replay?: ScaReplay): Promise<T> {
    this.#count++;
    const answering = {
      requestId,
      hasWrittenToWise: false,
      replay,
      refused: undefined,
      keptForReplay: undefined,
    };
    try {
      return await this.#answering.run(answering, work);
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

  noteRefusedByWise(refused: RefusedByWise): void {
    const answering = this.#answering.getStore();
    if (answering) answering.refused = refused;
  }

  get refusedByWise(): RefusedByWise | undefined {
    return this.#answering.getStore()?.refused;
  }

  /** Wise wants the very same request again, so whatever in it was drawn at random must be there again. */
  keepForReplay(value: unknown): void {
    const answering = this.#answering.getStore();
    if (answering) answering.keptForReplay = value;
  }

  get keptForReplay(): unknown {
    return this.#answering.getStore()?.keptForReplay;
  }

  /** What `keepForReplay` was given when the request came first; undefined for one that comes first. */
  get keptBefore(): unknown {
    return this.#answering.getStore()?.replay?.kept;
  }

  /** The one-time token that was confirmed for this very request to Wise, and for no other. */
  approvalFor(asked: AskedOfWise): string | undefined {
    const replay = this.#answering.getStore()?.replay;
    return replay && replay.askedDigest === digestOfAsked(asked) ? replay.oneTimeToken : undefined;
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
