'use client';
import * as Radix from 'radix-ui/dialog';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { useCan } from '@/lib/client/session/session-provider';
import { countOf } from '@/lib/format/counts';
import { DeclinePane } from './decline-pane';
import { stepFrom } from './entries';
import type { Asking } from './palette';
import { PaletteField } from './palette-field';
import { optionId, PaletteList } from './palette-list';
import { PaletteMessages } from './palette-messages';
import { useEntries } from './use-entries';
import { useRun } from './use-run';
import { useTyped } from './use-typed';

interface PaletteDialogProps {
  typed: string;
  returnTo: () => HTMLElement | null;
  onClose: () => void;
  onAsk: (asking: Asking) => void;
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

export function PaletteDialog({ typed, returnTo, onClose, onAsk }: PaletteDialogProps) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const isLeaving = useRef(false);
  const mayRead = useCan('transactions.read');
  const { text, asked, type } = useTyped(typed.replace('\n', ''));
  const { groups, current, mark, subject, isSure, isSettled, isReading, error, readAgain } = useEntries(
    text,
    asked,
  );
  const { run, lookFor } = useRun({
    onClose: () => {
      isLeaving.current = true;
      onClose();
    },
    onAsk: (asking) => {
      isLeaving.current = true;
      onAsk(asking);
    },
  });
  const isEntered = useRef(typed.includes('\n'));
  const runCurrent = () => {
    isEntered.current = false;
    if (current) run(current);
  };
  // Enter right after the last key means what that text finds, not what still stands there.
  useEffect(() => {
    if (isEntered.current && isSettled) runCurrent();
  });

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined) mark(stepFrom(groups, current?.id, step));
    else if (event.key !== 'Enter') return;
    else if (isSettled) runCurrent();
    else isEntered.current = true;
    event.preventDefault();
  };
  const closeAfterLink = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || !target.closest('a')) return;
    isLeaving.current = true;
    onClose();
  };
  const rows = groups.flatMap(({ entries }) => entries);

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <Radix.Content
          data-palette
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            field.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!isLeaving.current) returnTo()?.focus({ preventScroll: true });
          }}
          className="fixed top-[9dvh] left-1/2 z-(--z-dialog) flex max-h-[82dvh] w-[calc(100vw-32px)] max-w-[560px] -translate-x-1/2 animate-appear flex-col overflow-hidden rounded-xl bg-raised shadow-dialog wide:max-w-[960px] max-narrow:top-2 max-narrow:max-h-[calc(100dvh-16px)] max-narrow:w-[calc(100vw-16px)]"
        >
          <Radix.Title className="sr-only">Find or do</Radix.Title>
          <PaletteField
            field={field}
            listId={listId}
            activeId={current && optionId(listId, current)}
            hasRows={rows.length > 0}
            text={text}
            onType={(next) => {
              isEntered.current = false;
              lookFor.reset();
              type(next);
            }}
            onKeyDown={press}
            onClose={onClose}
          />
          <div className="flex min-h-0 flex-1 max-wide:flex-col">
            <div className="flex min-h-0 flex-1 flex-col max-wide:max-h-[46dvh] max-wide:flex-none wide:max-w-[560px]">
              <PaletteMessages {...{ lookFor, error, isReading }} onReadAgain={readAgain} />
              {rows.length === 0 && isSettled && !error && (
                <p className="px-3.5 py-3 text-ink-2">
                  Nothing matches “{text.trim()}”. Try the last four digits, a name, or a phone number.
                </p>
              )}
              <PaletteList
                id={listId}
                groups={groups}
                current={current}
                isBehind={!isSettled || lookFor.isPending}
                onMark={mark}
                onRun={run}
              />
              <span role="status" className="sr-only">
                {isSettled ? countOf(rows.length, 'row') : 'Reading'}
              </span>
            </div>
            {mayRead && (
              <section
                aria-label={
                  subject ? `Last decline of card ending ${subject.lastFourDigits}` : 'Last decline'
                }
                // A link in it leads away.
                onClick={closeAfterLink}
                className={
                  subject
                    ? 'min-h-0 flex-1 overflow-y-auto border-line bg-sunken px-4 py-3 max-wide:border-t wide:border-l'
                    : 'flex-1 border-l border-line bg-sunken px-4 py-3 text-ink-3 max-wide:hidden'
                }
              >
                {subject ? (
                  <DeclinePane card={subject} isSure={isSure} />
                ) : (
                  'The last decline of the card you find stands here, with what to do and what to say.'
                )}
              </section>
            )}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
