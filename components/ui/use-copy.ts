'use client';
import { useEffect, useState } from 'react';
import { showToast } from './toast';

const shownForMs = 2000;

/** Copies a text. Where the browser does not allow it, which is so without https, it says that. */
export function useCopy(text: string): { isCopied: boolean; copy: () => void } {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), shownForMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return { isCopied, copy: () => void copyText(text).then(setCopied) };
}

/** @returns whether it was copied */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    await showToast({ text: 'Not copied: the browser does not allow it. Select the text instead.' });
    return false;
  }
}
