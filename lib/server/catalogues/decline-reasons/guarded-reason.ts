import 'server-only';
import { inspect } from 'node:util';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { DeclineReason } from '../../../contracts/decline-reasons.ts';
import { disclosureOf, findReason } from './catalogue.ts';
import { findDetail } from './detailed.ts';
import type { Remedy } from './entry.ts';
import { notDisclosed } from './neutral.ts';
import { explainReason, mayKnow, reasonAsEverybodyReads, type ToldDecline } from './tell.ts';

/**
 * Why a payment was declined, closed at the border to Wise. Whoever prints, logs or serialises it gets NOT_DISCLOSED; the
 * codes come out only through a reader, as that person may know them.
 */
export class GuardedReason {
  readonly #reason: string | null;
  readonly #detailed: string | null;

  /** @returns undefined where there is nothing to tell: not declined, and no reason given. */
  static of(state: string, reason: string | null, detailed: string | null): GuardedReason | undefined {
    return state === 'DECLINED' || reason || detailed ? new GuardedReason(reason, detailed) : undefined;
  }

  private constructor(reason: string | null, detailed: string | null) {
    this.#reason = reason || null;
    this.#detailed = detailed || null;
  }

  tellTo(reader: Holder): ToldDecline {
    const known = mayKnow(reader, disclosureOf(this.#reason, this.#detailed));
    return known
      ? { declineReason: this.#reason, detailedDeclineReason: this.#detailed }
      : { declineReason: notDisclosed, detailedDeclineReason: null };
  }

  explainTo(reader: Holder): DeclineReason {
    return explainReason(reader, this.#reason, this.#detailed);
  }

  /** What the archive keeps: the codes as Wise tells them, and what everybody but compliance reads in their place. */
  toArchive(): ToldDecline & { toldReason: string | null } {
    return {
      declineReason: this.#reason,
      detailedDeclineReason: this.#detailed,
      toldReason: reasonAsEverybodyReads(this.#reason, this.#detailed),
    };
  }

  /** What would mend it. Nothing, for those who may not know the cause: the remedy would name it. */
  remedyFor(reader: Holder): Remedy {
    if (!mayKnow(reader, disclosureOf(this.#reason, this.#detailed))) return 'none';
    return findReason(this.#reason ?? '')?.remedy ?? 'none';
  }

  /** The detail that a remedy needs; only to be asked once `remedyFor` named one. */
  get detail() {
    return findDetail(this.#detailed ?? '');
  }

  toString(): string {
    return notDisclosed;
  }
  toJSON(): string {
    return notDisclosed;
  }
  [inspect.custom](): string {
    return notDisclosed;
  }
}
