'use client';
import { useEffect, useState } from 'react';
import { type Deadline, deadlineOf } from '@/lib/client/batch-groups/deadline';

const everyMs = 60_000;

/** Counts down while the page is open. */
export function useDeadline(at: string | null): Deadline | undefined {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (at === null) return;
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [at]);
  return at === null ? undefined : deadlineOf(at, now);
}
