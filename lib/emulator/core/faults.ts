import type { Random } from './random.ts';

/**
 * `method` is compared without case. `path` is a regular expression looked for in the path as it was asked for
 * (version prefix included, query left out); a plain piece of a path works as well. Without either every Wise path matches.
 * `times`: how often it strikes before it is spent (unlimited when absent). `rate`: the share of matching requests it
 * strikes, drawn from a seeded generator. `delayMs` waits first, `delayAfterMs` waits between doing it and answering. With `status` the request is answered so and never applied.
 * `dropBeforeApply` cuts the connection and nothing is done; `dropAfterApply` does it, then cuts.
 */
export interface FaultRule {
  match: { method?: string | undefined; path?: string | undefined };
  times?: number | undefined;
  rate?: number | undefined;
  status?: number | undefined;
  body?: unknown;
  headers?: Record<string, string> | undefined;
  delayMs?: number | undefined;
  delayAfterMs?: number | undefined;
  dropBeforeApply?: boolean | undefined;
  dropAfterApply?: boolean | undefined;
}

interface ArmedFault {
  id: string;
  rule: FaultRule;
  path: RegExp | null;
  struck: number;
}

export class Faults {
  readonly #random: Random;
  #armed: ArmedFault[] = [];
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @throws {SyntaxError} when `match.path` is no regular expression. */
  add(rule: FaultRule): string {
    const path = rule.match.path === undefined ? null : new RegExp(rule.match.path);
    this.#made += 1;
    const id = `fault-${this.#made}`;
    this.#armed.push({ id, rule, path, struck: 0 });
    return id;
  }

  /** The first fault, in the order they were made, that strikes this request. */
  strike(method: string, path: string): FaultRule | null {
    for (const fault of this.#armed) {
      const { match, rate, times } = fault.rule;
      if (times !== undefined && fault.struck >= times) continue;
      if (match.method !== undefined && match.method.toUpperCase() !== method) continue;
      if (fault.path && !fault.path.test(path)) continue;
      if (rate !== undefined && !this.#random.chance(rate)) continue;
      fault.struck += 1;
      return fault.rule;
    }
    return null;
  }

  list(): (FaultRule & { id: string; struck: number })[] {
    return this.#armed.map(({ id, rule, struck }) => ({ id, ...rule, struck }));
  }

  clear(): void {
    this.#armed = [];
    this.#made = 0;
  }
}
