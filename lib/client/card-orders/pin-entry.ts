import { pinLength } from '../../catalogues/card-orders.ts';

export type PinFault = 'same-digit' | 'run' | 'mismatch';
type Step =
  | { is: 'typing' }
  | { is: 'again' }
  | { is: 'fault'; fault: PinFault }
  | { is: 'done'; pin: string };

/** A PIN that is among the first anybody tries. */
export function whyObvious(pin: string): PinFault | undefined {
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => (10 + Number(digit) - Number(pin[index])) % 10),
  );
  if (steps.size > 1) return undefined;
  if (steps.has(0)) return 'same-digit';
  return steps.has(1) || steps.has(9) ? 'run' : undefined;
}

/**
 * A PIN that is typed twice. Its fields cannot be read from outside, so that no tool that prints a page's state prints them;
 * each is forgotten as soon as it has been compared, and all of it by `clear`.
 */
export class PinEntry {
  #typed = '';
  #first: string | undefined;

  /** How many digits are typed now, and nothing more. */
  get count(): number {
    return this.#typed.length;
  }

  get isAgain(): boolean {
    return this.#first !== undefined;
  }

  press(digit: string): Step {
    this.#typed += digit;
    if (this.#typed.length < pinLength) return { is: 'typing' };
    const [first, typed] = [this.#first, this.#typed];
    this.clear();
    if (first === undefined) {
      const fault = whyObvious(typed);
      if (fault) return { is: 'fault', fault };
      this.#first = typed;
      return { is: 'again' };
    }
    return first === typed ? { is: 'done', pin: typed } : { is: 'fault', fault: 'mismatch' };
  }

  erase(): void {
    this.#typed = this.#typed.slice(0, -1);
  }

  clear(): void {
    this.#typed = '';
    this.#first = undefined;
  }
}
