'use client';
import clsx from 'clsx';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { sendOnCtrlEnter, textareaClass } from '@/components/ui/note-field';
import { longestNote } from '@/lib/catalogues/notes';
import { insertMention, type Colleague, offerMentions } from '@/lib/client/cases/mentions';

interface MentionFieldProps {
  label: string;
  colleagues: readonly Colleague[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A note that calls people: `@` offers those of compliance, arrows and Enter choose one. */
export function MentionField({ label, colleagues, value, error, onChange }: MentionFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [place, setPlace] = useState(0);
  const [isAway, setAway] = useState(false);
  const offered = isAway ? [] : offerMentions(value, caret, colleagues);
  const current = offered[place % Math.max(1, offered.length)];
  const choose = (colleague: Colleague) => {
    const next = insertMention(value, caret, colleague);
    onChange(next.text);
    setCaret(next.caret);
    // Once the text stands in the field.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act =
      current &&
      {
        ArrowDown: () => setPlace(place + 1),
        ArrowUp: () => setPlace(place + offered.length - 1),
        Enter: () => choose(current),
        Tab: () => choose(current),
        Escape: () => setAway(true),
      }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return sendOnCtrlEnter(event);
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <Field label={label} hint="@ calls somebody of compliance." error={error}>
      {(parts) => (
        <>
          <textarea
            {...parts}
            ref={area}
            role="combobox"
            aria-expanded={offered.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current && `${listId} ${current.id}`}
            rows={4}
            maxLength={longestNote}
            value={value}
            onKeyDown={press}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
            onChange={({ target }) => {
              onChange(target.value);
              setCaret(target.selectionStart);
              setPlace(0);
              setAway(false);
            }}
            className={textareaClass}
          />
          <ul
            id={listId}
            role="listbox"
            aria-label="People of compliance"
            className={clsx(
              'mt-1 rounded-md border border-line bg-raised py-1',
              offered.length === 0 && 'hidden',
            )}
          >
            {offered.map((colleague) => (
              <li
                key={colleague.id}
                id={`${listId} ${colleague.id}`}
                role="option"
                aria-selected={colleague === current}
                className={clsx('cursor-default px-2.5 py-1', colleague === current && 'bg-selected')}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(colleague);
                }}
              >
                {colleague.name}
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
