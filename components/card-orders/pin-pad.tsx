'use client';
import * as Radix from 'radix-ui/dialog';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { pinLength } from '@/lib/catalogues/card-orders';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import type { PinFault } from '@/lib/client/card-orders/pin-entry';
import { setPin } from '@/lib/client/card-orders/set-pin';
import type { CardOrderPath } from '@/lib/contracts/card-orders';
import { PinKeys } from './pin-keys';
import { usePinEntry } from './use-pin-entry';

/** `left`: it closed by itself, and nothing was sent. */
export type PinPadEnd =
  | { is: 'cancelled' }
  | { is: 'left' }
  | { is: 'set' }
  | { is: 'failed'; error: ApiError };

type Sending = 'no' | 'under-way' | Extract<PinPadEnd, { is: 'set' | 'failed' }>;

const faults: Record<PinFault, string> = {
  mismatch: 'The two were not the same. Choose again.',
  'same-digit': 'One digit four times is easily guessed. Choose another.',
  run: 'Digits in a row are easily guessed. Choose another.',
};

/** The whole screen, for the customer's hands. It shows how many digits are typed and never which. */
export function PinPad({ path, onEnd }: { path: CardOrderPath; onEnd: (end: PinPadEnd) => void }) {
  const [sending, setSending] = useState<Sending>('no');
  const content = useRef<HTMLDivElement>(null);
  const send = (pin: string) => {
    setSending('under-way');
    setPin(path, pin).then(
      () => setSending({ is: 'set' }),
      (error: unknown) => setSending({ is: 'failed', error: asApiError(error) }),
    );
  };
  const pad = usePinEntry(sending === 'no', send, () => onEnd({ is: 'left' }));
  const isOver = typeof sending === 'object';
  const cancel = () => {
    if (isOver) onEnd(sending);
    else if (sending === 'no') onEnd({ is: 'cancelled' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (sending !== 'no' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) pad.press(event.key);
    else if (event.key === 'Backspace' || event.key === 'Delete') pad.erase();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Radix.Root open onOpenChange={(open) => !open && cancel()}>
      <Radix.Portal>
        <Radix.Content
          ref={content}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            (document.getElementById('set-pin') ?? document.getElementById('main'))?.focus();
          }}
          className="fixed inset-0 z-(--z-dialog) grid place-items-center overflow-y-auto bg-surface p-4 outline-none select-none print:hidden"
        >
          <div className="grid w-full max-w-[340px] justify-items-center gap-4 text-center">
            <Radix.Title className="text-[1.75rem] leading-9 font-head">
              {titleOf(sending, pad.isAgain)}
            </Radix.Title>
            <Radix.Description className="min-h-10 text-say text-ink-2">
              {wordsOf(sending, pad.isAgain)}
            </Radix.Description>
            {sending === 'no' && (
              <>
                <Dots count={pad.count} />
                <p role="alert" className="min-h-5 text-bad">
                  {pad.fault && faults[pad.fault]}
                </p>
                <PinKeys onPress={pad.press} onErase={pad.erase} />
                <Button variant="quiet" onClick={cancel} className="min-h-11">
                  Cancel
                </Button>
              </>
            )}
            {isOver && <DoneButton onPress={cancel} />}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function titleOf(sending: Sending, isAgain: boolean): string {
  if (sending === 'no') return isAgain ? 'Type it again' : 'Choose your PIN';
  if (sending === 'under-way') return 'Setting your PIN';
  if (sending.is === 'set') return 'The PIN is set';
  return sending.error.code === 'outcome_unknown' ? 'It is not certain yet' : 'The PIN was not set';
}

function wordsOf(sending: Sending, isAgain: boolean): string {
  if (sending === 'no')
    return isAgain ? 'The same four digits once more.' : 'Four digits. The screen does not show them.';
  return sending === 'under-way' ? 'A moment.' : 'Give the screen back to the member of staff.';
}

function Dots({ count }: { count: number }) {
  return (
    <div>
      <div aria-hidden className="flex gap-4">
        {Array.from({ length: pinLength }, (_, index) => (
          <span
            key={index}
            className={
              index < count
                ? 'size-4 rounded-full border-2 border-ink bg-ink forced-colors:bg-[CanvasText]'
                : 'size-4 rounded-full border-2 border-line-control'
            }
          />
        ))}
      </div>
      <p role="status" className="sr-only">
        {count} of {pinLength}
      </p>
    </div>
  );
}

function DoneButton({ onPress }: { onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} variant="primary" onClick={onPress} className="min-h-11 min-w-32">
      Done
    </Button>
  );
}
