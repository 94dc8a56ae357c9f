'use client';
import { useState } from 'react';

/** What a form sends: a repeated press of the same form carries the same key. */
export interface Intent<B> {
  body: B;
  idempotencyKey: string;
}

/**
 * One idempotency key per intent: the same form pressed twice is the same intent, a changed form a new one.
 * @returns call it with the form when it is sent
 */
export function useIntentKey(): (form: unknown) => string {
  const [keys] = useState(() => new Map<string, string>());
  return (form) => {
    const of = JSON.stringify(form);
    const key = keys.get(of) ?? crypto.randomUUID();
    keys.clear();
    keys.set(of, key);
    return key;
  };
}
