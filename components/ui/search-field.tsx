'use client';
import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { IconButton } from './button';
import { Kbd } from './kbd';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  /** What the address says now. */
  value: string;
  /** Called after a pause in typing, at once on Enter or a paste. */
  onSearch: (text: string) => void;
  className?: string;
}

const pauseMs = 200;

/** What is pasted is whole: nothing more is typed, so nothing is waited for. */
const isPasted = (event: Event) => event instanceof InputEvent && event.inputType === 'insertFromPaste';

const isDrawn = (drawn: URLSearchParams) =>
  new URLSearchParams(window.location.search).toString() === drawn.toString();

/** The page's own search, reached with `/`. */
export function SearchField({ label, placeholder, value, onSearch, className }: SearchFieldProps) {
  const [draft, setDraft] = useState<{ text: string; base: string; sent: string }>();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const drawn = useSearchParams();
  const waiting = useRef<() => void>(undefined);
  // A filter that is chosen during the pause is part of what is searched, so what the address says already is drawn first.
  const search = useRef(onSearch);
  useLayoutEffect(() => {
    search.current = onSearch;
    if (waiting.current && isDrawn(drawn)) waiting.current();
  });

  // What is being typed stands until the address says something that neither was there before nor came from here.
  const isOwn = draft !== undefined && [draft.base, draft.sent, draft.text.trim()].includes(value);
  const text = isOwn ? draft.text : value;

  const send = (next: string) => {
    clearTimeout(timer.current);
    setDraft({ text: next, base: value, sent: next.trim() });
    const begin = () => {
      waiting.current = undefined;
      search.current(next.trim());
    };
    if (isDrawn(drawn)) begin();
    else waiting.current = begin;
  };
  const type = (next: string, isWhole: boolean) => {
    if (isWhole) return send(next);
    setDraft({ text: next, base: value, sent: isOwn ? draft.sent : value });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), pauseMs);
  };

  return (
    <span
      className={clsx(
        'relative flex w-[312px] items-center max-wide:w-[240px] max-narrow:w-auto max-narrow:min-w-0 max-narrow:flex-1',
        className,
      )}
    >
      <Search className="pointer-events-none absolute left-[9px] text-ink-3" />
      <input
        ref={field}
        data-search
        type="search"
        value={text}
        onChange={({ target, nativeEvent }) => type(target.value, isPasted(nativeEvent))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text);
        }}
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        className="h-(--control) w-full rounded-md border border-line-control bg-surface pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden max-narrow:text-[1rem]"
      />
      {text !== '' && (
        <IconButton
          label="Clear the search"
          size="xs"
          className="absolute right-1"
          onClick={() => {
            send('');
            field.current?.focus();
          }}
        >
          <X />
        </IconButton>
      )}
      {text === '' && (
        <span aria-hidden="true" className="pointer-events-none absolute right-[7px] max-narrow:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </span>
  );
}
