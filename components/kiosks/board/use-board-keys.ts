import { useKeys } from '@/lib/client/keys/use-keys';
import type { KioskBoard } from '@/lib/contracts/kiosk-board';
import { printFirstSteps } from '../print-steps';
import type { CardToSend } from '../send/send-dialog';

const kioskInFocus = () => document.activeElement?.closest<HTMLElement>('[data-kiosk]') ?? undefined;

/** `1`–`9` go to a kiosk; `S` and `I` mean that one, or the best and the first with a fault. */
export function useBoardKeys(
  { kiosks, queue: [oldest] }: KioskBoard,
  onSend: (card: CardToSend, kioskId?: string) => void,
) {
  useKeys({
    ...Object.fromEntries(
      kiosks
        .slice(0, 9)
        .map(({ id }, index) => [
          String(index + 1),
          () => document.querySelector<HTMLElement>(`[data-kiosk="${id}"] a`)?.focus(),
        ]),
    ),
    s: () => oldest && onSend(oldest, kioskInFocus()?.dataset.kiosk),
    i: () => printFirstSteps(kioskInFocus()),
  });
}
