import 'server-only';
import type { DeclineEntry } from './entry.ts';

/** What two people of compliance have agreed that a code of Wise's means, where the console came without an entry for it. */
export interface ClassifiedEntry extends DeclineEntry {
  version: number;
  classifiedAt: string;
  /** Who proposed it, and who agreed: for compliance alone. */
  classifiedBy: readonly [proposer: string, other: string];
}
export type Classifications = ReadonlyMap<string, ClassifiedEntry>;

interface Kept {
  entries: Map<string, ClassifiedEntry>;
  /** On the clock of `performance.now`, when the store was asked for them. */
  askedAt: number;
}

/** They are read every few seconds; this much older, they may have been taken back long ago. */
const goodForMs = 30_000;
const none: Classifications = new Map();

// Next loads modules more than once in a process (pages, routes, instrumentation): the one entry is shared by all.
const holder: typeof globalThis & { consoleClassifications?: Kept } = globalThis;

/** As this process knows them. While they cannot be read there are none, so what they would open is restricted. */
export function currentClassifications(): Classifications {
  const kept = holder.consoleClassifications;
  return kept && performance.now() - kept.askedAt < goodForMs ? kept.entries : none;
}

export function keepClassifications(entries: Classifications, askedAt: number): void {
  holder.consoleClassifications = { entries: new Map(entries), askedAt };
}

/** An earlier version than this one is forgotten until it is read again. */
export function forgetEarlierClassification(code: string, version: number): void {
  const entries = holder.consoleClassifications?.entries;
  if ((entries?.get(code)?.version ?? version) < version) entries?.delete(code);
}

export function forgetClassifications(): void {
  delete holder.consoleClassifications;
}
