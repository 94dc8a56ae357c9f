'use client';
import { useEffect, useRef, useState } from 'react';
import { isWhole, parseTyped, type Typed } from '@/lib/client/find/typed';

const pauseMs = 60;

/** The field's text, and what of it the index is asked: after a short pause, at once where it is whole. */
export function useTyped(initial: string) {
  const [text, setText] = useState(initial);
  const [asked, setAsked] = useState<Typed>(() => parseTyped(initial));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    const typed = parseTyped(next);
    if (typed.query === '' || isWhole(typed.query)) setAsked(typed);
    else timer.current = setTimeout(() => setAsked(typed), pauseMs);
  };
  return { text, asked, type };
}
