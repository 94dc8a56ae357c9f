'use client';
import clsx from 'clsx';
import * as Radix from 'radix-ui/dialog';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';

interface DialogProps {
  /** The question. */
  title: ReactNode;
  /** To what, what then, what not. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe answer first. */
  footer?: ReactNode;
  /** With it the dialog is a form, and Enter in a field sends it. */
  onSubmit?: (() => void) | undefined;
  onClose: () => void;
  /** An answer is awaited: Esc and the scrim do not close it. */
  busy?: boolean | undefined;
  width?: 'normal' | 'wide';
  /** Where the focus goes when the dialog closes and what opened it is no longer there. */
  returnTo?: (() => HTMLElement | null) | undefined;
}

/** Mounted means open. Import it only from files that are themselves loaded on first use. */
export function Dialog({
  title,
  description,
  children,
  footer,
  onSubmit,
  onClose,
  busy = false,
  width = 'normal',
  returnTo,
}: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  const content = useRef<HTMLDivElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy) onSubmit?.();
  };
  const inner = (
    <>
      {children}
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center justify-end gap-2 pt-1 max-narrow:[&>button]:flex-1">
          {footer}
        </footer>
      )}
    </>
  );
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <Radix.Content
          ref={content}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            const first = content.current?.querySelector<HTMLElement>(
              '[data-autofocus], input:not([type=hidden]), select, textarea, footer button',
            );
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
          onCloseAutoFocus={(event) => {
            // Radix knows only a trigger of its own, and there is none.
            event.preventDefault();
            const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
            const target = isThere ? opener : (returnTo?.() ?? document.getElementById('main'));
            target?.focus({ preventScroll: isThere });
          }}
          className={clsx(
            'fixed top-1/2 left-1/2 z-(--z-dialog) grid max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 gap-3 overflow-y-auto rounded-xl bg-raised px-5 pt-[18px] pb-4 shadow-dialog animate-appear',
            width === 'wide' ? 'max-w-[560px]' : 'max-w-[420px]',
          )}
        >
          <div className="min-w-0">
            <Radix.Title className="text-dialog font-head">{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description asChild>
                <div className="text-ink-2">{description}</div>
              </Radix.Description>
            )}
          </div>
          {onSubmit ? (
            <form onSubmit={submit} noValidate className="grid min-w-0 gap-3">
              {inner}
            </form>
          ) : (
            inner
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
