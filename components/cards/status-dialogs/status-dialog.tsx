'use client';
import type { CardAction } from '@/lib/catalogues/card-actions';
import { ActivateDialog } from './activate-dialog';
import { BlockDialog } from './block-dialog';
import { ReversibleDialog } from './reversible-dialog';
import type { CardInDialog } from './use-status-change';

export interface ActDialogProps {
  card: CardInDialog;
  onClose: () => void;
  /** After an act that cannot be taken back; the others say so themselves, with the way back. */
  onDone?: ((act: CardAction) => void) | undefined;
  /** Where the focus goes when the button that opened it is gone with the old status. */
  returnTo?: (() => HTMLElement | null) | undefined;
}

/** Asks before one of the four acts on a card's status. Load it on first use; mounted means open. */
export function StatusDialog({ act, ...rest }: ActDialogProps & { act: CardAction }) {
  if (act === 'activate') return <ActivateDialog {...rest} />;
  if (act === 'block') return <BlockDialog {...rest} />;
  return <ReversibleDialog act={act} {...rest} />;
}
