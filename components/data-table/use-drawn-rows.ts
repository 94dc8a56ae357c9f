'use client';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { drawSeen, drawTowards, type Rows, rowsAround } from './drawn-rows';

/** The rows to draw where these are seen: the others around them follow in the next frames. */
export function useDrawnRows(seen: Rows, count: number): Rows {
  const wanted = rowsAround(seen, count);
  const [drawn, setDrawn] = useState(wanted);
  const shown = drawSeen(drawn, seen, count);
  useEffect(() => {
    const next = drawTowards(shown, wanted);
    if (next.first === shown.first && next.last === shown.last) return;
    // Within the frame itself: drawn after it, two portions would come together in the next one.
    const frame = requestAnimationFrame(() => flushSync(() => setDrawn(next)));
    return () => cancelAnimationFrame(frame);
  });
  return shown;
}
