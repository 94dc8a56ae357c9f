'use client';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { navItemsFor } from '@/components/shell/nav-items';
import { useKnownBatchGroup } from '@/lib/client/batch-groups/queries';
import { doesTakeRows } from '@/lib/client/batch-groups/group-acts';
import { useFound } from '@/lib/client/find/queries';
import { isWhole, parseTyped, type Typed } from '@/lib/client/find/typed';
import { useSession } from '@/lib/client/session/session-provider';
import { type Entry, groupEntries } from './entries';

/** As its page has read it: nothing is asked for it here. */
function useIsOnOpenGroup(): boolean {
  const id = /^\/batch-groups\/\d+\/([^/]+)$/.exec(usePathname())?.[1];
  const group = useKnownBatchGroup(id);
  return group !== undefined && doesTakeRows(group);
}

/** What the palette lists for what was typed, and which row is marked. */
export function useEntries(text: string, asked: Typed) {
  const session = useSession();
  const found = useFound(asked.query);
  const [marked, setMarked] = useState<{ text: string; id: string }>();
  const [lastCard, setLastCard] = useState<string>();
  const cards = asked.query === '' ? [] : (found.data?.cards ?? []);
  const subject = cards.find(({ token }) => token === lastCard) ?? cards[0];
  const groups = groupEntries({
    text,
    typed: asked,
    found: found.data,
    subject,
    consolePermissions: session.consolePermissions,
    places: navItemsFor(session),
    isOnOpenGroup: useIsOnOpenGroup(),
  });
  const all = groups.flatMap(({ entries }) => entries);
  const chosen = marked?.text === text ? all.find(({ id }) => id === marked.id) : undefined;
  const wanted = asked.verb && all.find((entry) => entry.kind === 'card-deed' && entry.deed === asked.verb);
  const mark = (entry: Entry | undefined) => {
    if (!entry) return;
    setMarked({ text, id: entry.id });
    if (entry.kind === 'card') setLastCard(entry.card.token);
  };
  const isBehind = parseTyped(text).query !== asked.query;
  return {
    groups,
    // Before anything is typed Enter does nothing.
    current: chosen ?? wanted ?? (text.trim() === '' ? undefined : all[0]),
    mark,
    subject,
    /** The card nobody had to look for: its decline is read without waiting. */
    isSure: chosen === undefined && (cards.length === 1 || isWhole(asked.query)),
    /** The rows answer what the field says now. */
    isSettled: !isBehind && (asked.query === '' || (found.isFetched && !found.isPlaceholderData)),
    isReading: asked.query !== '' && found.isFetching,
    error: asked.query === '' ? null : found.error,
    readAgain: () => void found.refetch(),
  };
}
