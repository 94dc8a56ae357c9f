'use client';
import { Copy, Ellipsis, PanelRight, Snowflake, Sun } from 'lucide-react';
import { IconButton } from '@/components/ui/button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
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
    status === 'ACTIVE' && mayFreeze ? 'freeze' : status === 'FROZEN' && mayUnfreeze ? 'unfreeze' : undefined;
  const whose = `${card.cardHolderName ?? 'no name'}, ${speakCardEnd(card.lastFourDigits)}`;
  const entries = (): MenuEntry[] => [
    { kind: 'link', label: 'Open', icon: <PanelRight />, href: cardHref(card) },
    {
      kind: 'item',
      label: 'Copy card token',
      icon: <Copy />,
      onSelect: () => void navigator.clipboard.writeText(card.token),
    },
    ...(act
      ? [
          { kind: 'separator' as const },
          { kind: 'item' as const, ...looks[act], onSelect: () => onAct(act, card) },
        ]
      : []),
  ];
  return (
    <span className="flex items-center justify-end gap-1">
      {act && (
        <IconButton
          size="xs"
          variant="secondary"
          title={looks[act].label}
          label={`${looks[act].label} ${whose}`}
          onClick={() => onAct(act, card)}
          className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-wide:hidden"
        >
          {looks[act].icon}
        </IconButton>
      )}
      <Menu
        label={`Actions for ${whose}`}
        isIcon
        variant="quiet"
        size="xs"
        face={<Ellipsis />}
        entries={entries}
      />
    </span>
  );
}
