'use client';
import { Copy, PanelRight, Snowflake, Sun } from 'lucide-react';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { copyText } from '@/components/ui/use-copy';
import { useCan } from '@/lib/client/session/session-provider';
import type { IndexedCard } from '@/lib/contracts/cards';
import { speakCardEnd } from '@/lib/format/card-numbers';
import { cardHref } from './columns';

export type StatusAct = 'freeze' | 'unfreeze';

const looks = {
  freeze: { label: 'Freeze…', icon: <Snowflake /> },
  unfreeze: { label: 'Unfreeze…', icon: <Sun /> },
} as const;

interface RowActionsProps {
  card: IndexedCard;
  onAct: (act: StatusAct, card: IndexedCard) => void;
}

export function RowActions({ card, onAct }: RowActionsProps) {
  const mayFreeze = useCan('cards.freeze');
  const mayUnfreeze = useCan('cards.unfreeze');
  const status = card.status.value;
  const act: StatusAct | undefined =
    status === 'ACTIVE' && mayFreeze
      ? 'freeze'
      : status === 'FROZEN' && mayUnfreeze && card.hold === null
        ? 'unfreeze'
        : undefined;
  const whose = `${card.cardHolderName ?? 'no name'}, ${speakCardEnd(card.lastFourDigits)}`;
  const entries = (): MenuEntry[] => [
    { kind: 'link', label: 'Open', icon: <PanelRight />, href: cardHref(card) },
    {
      kind: 'item',
      label: 'Copy card token',
      icon: <Copy />,
      onSelect: () => void copyText(card.token),
    },
    ...(act
      ? [
          { kind: 'separator' as const },
          { kind: 'item' as const, ...looks[act], onSelect: () => onAct(act, card) },
        ]
      : []),
  ];
  // Every row has these two, so their icons are the style sheet's and add nothing to the page.
  return (
    <>
      {act && (
        <button
          type="button"
          data-print="no"
          title={looks[act].label}
          aria-label={`${looks[act].label} ${whose}`}
          onClick={() => onAct(act, card)}
          className={`row-act commonest ${act}`}
        />
      )}
      <Menu
        label={`Actions for ${whose}`}
        isIcon
        isBare
        className="row-act more"
        face={null}
        entries={entries}
      />
    </>
  );
}
