'use client';
import { useEffect, useState } from 'react';

const secondsUntil = (moment: string) => Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000));

/** Whole seconds until then, 0 from then on. */
export function useSecondsLeft(moment: string): number {
  const [left, setLeft] = useState(() => secondsUntil(moment));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(moment)), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return left;
}

/** Read out at its last minute, not every second. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className="text-meta whitespace-nowrap text-ink-3">
      Waits for <span className="tabular-nums">{text}</span>
      <span role="status" className="sr-only">
        {seconds <= 60 ? 'Less than a minute left.' : ''}
      </span>
    </span>
  );
}
