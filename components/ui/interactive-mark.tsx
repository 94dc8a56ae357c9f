'use client';
import { useEffect } from 'react';

/** Marks the document once the browser has taken over what the server drew: from then on keys and clicks are heard. */
export function InteractiveMark() {
  useEffect(() => {
    document.documentElement.dataset.interactive = '';
  }, []);
  return null;
}
