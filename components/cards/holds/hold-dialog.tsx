'use client';
import { ChangeHoldDialog } from './change-hold-dialog';
import { LiftHoldDialog } from './lift-hold-dialog';
import { type HoldDialogProps, PlaceHoldDialog } from './place-hold-dialog';

export type HoldAct = 'place' | 'change' | 'lift';

/** The card as it was when the act was asked for. Load it on first use; mounted means open. */
export function HoldDialog({
  act,
  onLifted,
  ...rest
}: HoldDialogProps & { act: HoldAct; onLifted: (isUnfrozen: boolean) => void }) {
  const { hold } = rest.card;
  if (act === 'place' || !hold?.details) return <PlaceHoldDialog {...rest} />;
  if (act === 'change') return <ChangeHoldDialog {...rest} hold={hold} details={hold.details} />;
  return <LiftHoldDialog {...rest} holdId={hold.details.holdId} onLifted={onLifted} />;
}
