'use client';
import { Ban, Snowflake, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { readAllCards } from '@/lib/client/cards/read-all-cards';
import type { CardFilters } from '@/lib/client/cards/keys';
import { useSession } from '@/lib/client/session/session-provider';
import { mostCardsInBulk } from '@/lib/contracts/bulk';
import type { IndexedCard } from '@/lib/contracts/cards';
import { formatCount } from '@/lib/format/counts';
import { type BulkAct, cardsFor, tellWhatCan } from './acts-of-selection';
import { BulkBlockDialog } from './bulk-block-dialog';
import { BulkDialog } from './bulk-dialog';

const icons = { freeze: <Snowflake />, unfreeze: <Sun />, block: <Ban /> };
const verbs = { freeze: 'Freeze', unfreeze: 'Unfreeze', block: 'Block' };

interface BulkBarProps {
  cards: readonly IndexedCard[];
  filters: CardFilters;
  /** How many the filters find. */
  found: number | undefined;
  onAdd: (more: readonly IndexedCard[]) => void;
  onClear: () => void;
}

/** Floats over the foot of the list: how many are chosen, how many of them an act is for. */
export function BulkBar({ cards, filters, found, onAdd, onClear }: BulkBarProps) {
  const { consolePermissions } = useSession();
  const [act, setAct] = useState<BulkAct>();
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const able = {
    freeze: cardsFor('freeze', cards, consolePermissions),
    unfreeze: cardsFor('unfreeze', cards, consolePermissions),
    block: cardsFor('block', cards, consolePermissions),
  };
  const mayUnfreeze = consolePermissions.includes('cards.unfreeze');
  const mayBlock = consolePermissions.includes('cards.block');
  const isTooMany = cards.length > mostCardsInBulk;

  // Whoever has asked is done with the choice, and whoever has not may go on with it.
  const closeBlock = (hasAsked: boolean) => {
    setAct(undefined);
    if (hasAsked) onClear();
  };
  const chooseAll = async () => {
    setReading(true);
    setFailed(false);
    await readAllCards(filters, mostCardsInBulk).then(onAdd, () => setFailed(true));
    setReading(false);
  };
  const offer = (which: BulkAct) => (
    <Button
      size="sm"
      icon={icons[which]}
      variant={which === 'block' ? 'danger' : 'secondary'}
      notNow={
        isTooMany
          ? `At most ${formatCount(mostCardsInBulk)} at once`
          : able[which].length === 0
            ? tellWhatCan(which, cards, [])
            : undefined
      }
      onClick={() => setAct(which)}
    >
      {`${verbs[which]}${able[which].length > 0 ? ` ${formatCount(able[which].length)}` : ''}…`}
    </Button>
  );

  return (
    <section aria-label="Chosen cards" data-print="no" className="bulk-bar">
      <p role="status" className="min-w-0 flex-1">
        <strong className="font-strong tabular">{formatCount(cards.length)} chosen</strong>
        <span className="ml-2 text-meta text-ink-2 max-wide:hidden">
          {hasFailed ? 'The others could not be read.' : `${tellWhatCan('freeze', cards, able.freeze)}.`}
        </span>
      </p>
      {found !== undefined && found > cards.length && found <= mostCardsInBulk && (
        <Button size="sm" variant="quiet" busy={isReading} onClick={() => void chooseAll()}>
          Choose all {formatCount(found)}
        </Button>
      )}
      {offer('freeze')}
      {mayUnfreeze && offer('unfreeze')}
      {mayBlock && offer('block')}
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {act === 'block' && (
        <BulkBlockDialog
          cards={able.block}
          rest={tellWhatCan('block', cards, able.block)}
          onClose={closeBlock}
        />
      )}
      {act && act !== 'block' && (
        <BulkDialog
          act={act}
          cards={able[act]}
          rest={tellWhatCan(act, cards, able[act])}
          onDone={onClear}
          onClose={() => setAct(undefined)}
        />
      )}
    </section>
  );
}
