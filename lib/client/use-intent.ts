'use client';
import { useRef } from 'react';
import { asApiError } from './api-error.ts';
import { type Intent, useIntentKey } from './intent-key.ts';

interface Mutation<B> {
  mutateAsync: (intent: Intent<B>) => Promise<unknown>;
}

/**
 * Sends one form's intent: pressed twice it goes once, and the outcome stays readable in the mutation.
 * @returns a function that says whether it is done
 */
export function useIntent<B>(mutation: Mutation<B>): (body: B) => Promise<boolean> {
  const keyOf = useIntentKey();
  const attempt = useRef(0);
  const isSending = useRef(false);
  return async (body) => {
    if (isSending.current) return false;
    isSending.current = true;
    try {
      await mutation.mutateAsync({ body, idempotencyKey: keyOf({ body, attempt: attempt.current }) });
      return true;
    } catch (thrown) {
      const { code, problem } = asApiError(thrown);
      // A refusal is an answer: pressing again is a new intent. What still runs or is unknown keeps its key.
      if (problem.certain === 'nothing' && code !== 'in_progress') attempt.current += 1;
      return false;
    } finally {
      isSending.current = false;
    }
  };
}
