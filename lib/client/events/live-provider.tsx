'use client';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { ConsoleEvent } from '../../contracts/events.ts';
import { endSession, useSessionEnd } from '../session/session-end.ts';
import type { LiveState } from './connection.ts';
import { keysMadeOld } from './invalidations.ts';
import { watchForLatePages } from './late-pages.ts';
import { createReader } from './read-again.ts';
import { joinStream } from './shared-stream.ts';

const readingEveryMs = 30_000;
const patienceMs = 10_000;
/** Events come in bursts: what comes together is read at once, and while they go on no more often than this. */
const togetherMs = 40;
const betweenReadsMs = 400;

const Context = createContext<LiveState>('reconnecting');

export const useLive = (): LiveState => useContext(Context);

/** Keeps what is on the page current: by events, or by reading every 30 s while there are none. */
export function LiveProvider({ from, children }: { from: string; children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('reconnecting');
  const isEnded = useSessionEnd() !== undefined;
  const lastId = useRef(from);

  useEffect(() => {
    if (isEnded) return undefined;
    const late = watchForLatePages(client);
    const reader = createReader(client);
    const waiting = new Map<string, readonly string[]>();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let readAt = -betweenReadsMs;
    let patience: ReturnType<typeof setTimeout> | undefined;
    let reading: ReturnType<typeof setInterval> | undefined;

    const flush = () => {
      gathering = undefined;
      readAt = performance.now();
      for (const queryKey of waiting.values()) reader.readAgain(queryKey);
      waiting.clear();
    };
    const onEvent = (event: ConsoleEvent, id: string) => {
      if (id !== '') lastId.current = id;
      if (event.type === 'session.ended') return endSession('ended');
      for (const key of keysMadeOld(event)) {
        waiting.set(key.join(' '), key);
        late.note(key);
      }
      gathering ??= setTimeout(flush, Math.max(togetherMs, readAt + betweenReadsMs - performance.now()));
    };
    const startReading = () => {
      setState('reading');
      reading = setInterval(() => {
        if (document.visibilityState === 'visible') void client.invalidateQueries();
      }, readingEveryMs);
    };
    const onState = (next: LiveState) => {
      if (next === 'reconnecting') {
        if (reading) return;
        setState(next);
        patience ??= setTimeout(startReading, patienceMs);
        return;
      }
      clearTimeout(patience);
      clearInterval(reading);
      patience = undefined;
      reading = undefined;
      setState(next);
    };
    onState('reconnecting');
    const leave = joinStream({ onState, onEvent }, lastId.current);
    return () => {
      leave();
      late.end();
      reader.end();
      clearTimeout(gathering);
      clearTimeout(patience);
      clearInterval(reading);
    };
  }, [client, isEnded]);

  return <Context value={state}>{children}</Context>;
}
