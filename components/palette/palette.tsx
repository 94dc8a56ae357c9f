'use client';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CardAction } from '@/lib/catalogues/card-actions';
import { parseListState } from '@/lib/client/cards/list-state';
import type { IndexedCard } from '@/lib/contracts/cards';
import { cardPathOf } from '@/components/overview/card-path';
import { PaletteDialog } from './palette-dialog';

const StatusDialog = dynamic(
  () => import('@/components/cards/status-dialogs/status-dialog').then((module) => module.StatusDialog),
  { ssr: false },
);
const PlaceHoldDialog = dynamic(
  () => import('@/components/cards/holds/place-hold-dialog').then((module) => module.PlaceHoldDialog),
  { ssr: false },
);
const ExportDialog = dynamic(
  () => import('@/components/cards/cards-table/export-dialog').then((module) => module.ExportDialog),
  { ssr: false },
);
const KeysDialog = dynamic(
  () => import('@/components/shell/keys-dialog').then((module) => module.KeysDialog),
  { ssr: false },
);
const SignOutDialog = dynamic(() => import('./sign-out-dialog').then((module) => module.SignOutDialog), {
  ssr: false,
});

/** What was chosen and asks first. */
export type Asking =
  | { kind: CardAction | 'hold'; card: IndexedCard }
  | { kind: 'export-cards' | 'keys' | 'sign-out' };

export interface PaletteProps {
  /** What was typed while it was being fetched; a line break stands for Enter. */
  typed: string;
  onClose: () => void;
}

/** Finds things and begins acts. Load it on first use; mounted means open. */
export function Palette({ typed, onClose }: PaletteProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [opener] = useState(() => document.activeElement);
  const [asking, setAsking] = useState<Asking>();
  const returnTo = () => (opener instanceof HTMLElement && opener.isConnected ? opener : null);
  if (!asking) return <PaletteDialog typed={typed} returnTo={returnTo} onClose={onClose} onAsk={setAsking} />;
  const closing = { onClose, returnTo };
  switch (asking.kind) {
    case 'export-cards': {
      const search = pathname === '/cards' ? window.location.search : '';
      return (
        <ExportDialog
          state={parseListState(new URLSearchParams(search))}
          rows={undefined}
          onClose={onClose}
        />
      );
    }
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'sign-out':
      return <SignOutDialog {...closing} />;
  }
  const { card, kind } = asking;
  // What became of it stands on the card's page.
  const showCard = () =>
    router.push(cardPathOf({ profileId: card.profileId, cardToken: card.token }) as Route);
  return kind === 'hold' ? (
    <PlaceHoldDialog card={card} onDone={showCard} {...closing} />
  ) : (
    <StatusDialog act={kind} card={card} onDone={showCard} {...closing} />
  );
}
