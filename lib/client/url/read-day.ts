import { boundsOfDay } from '../../format/day-bounds.ts';

/** A day that the address names, such as `2026-11-19`; empty where it names none. */
export function readDay(search: URLSearchParams, name: string): string {
  const text = search.get(name) ?? '';
  return boundsOfDay(text, 'UTC') ? text : '';
}
