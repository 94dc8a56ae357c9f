import type { BrowserContext } from '@playwright/test';

/** Collects what pages complain about, so that a test cannot pass over it. */
export class ConsoleErrors {
  #seen: string[] = [];
  #allowed: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (webError) => this.#seen.push(`uncaught: ${String(webError.error())}`));
  }

  /** For this test only. Chromium reports every answer of 400 and above as an error: name the ones the test provokes. */
  allow(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  unexpected(): string[] {
    return this.#seen.filter((text) => !this.#allowed.some((pattern) => pattern.test(text)));
  }
}
