'use client';
import { Snowflake, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { readAllCards } from '@/lib/client/cards/read-all-cards';
import type { CardFilters } from '@/lib/client/cards/keys';
import { useSession } from '@/lib/client/session/session-provider';
import { mostCardsInBulk } from '@/lib/contracts/bulk';
import type { IndexedCard } from '@/lib/contracts/cards';
import { formatCount } from '@/lib/format/counts';
import { type BulkAct, cardsFor, tellWhatCan } from './acts-of-selection';
import { BulkDialog } from './bulk-dialog';

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
  };
  const mayUnfreeze = consolePermissions.includes('cards.unfreeze');
  const isTooMany = cards.length > mostCardsInBulk;

  const chooseAll = async () => {
    setReading(true);
    setFailed(false);
    await readAllCards(filters, mostCardsInBulk).then(onAdd, () => setFailed(true));
    setReading(false);
  };
  const offer = (which: BulkAct) => (
    <Button
      size="sm"
      icon={which === 'freeze' ? <Snowflake /> : <Sun />}
      notNow={
        isTooMany
          ? `At most ${formatCount(mostCardsInBulk)} at once`
          : able[which].length === 0
            ? tellWhatCan(which, cards, [])
            : undefined
      }
      onClick={() => setAct(which)}
    >
      {`${which === 'freeze' ? 'Freeze' : 'Unfreeze'}${able[which].length > 0 ? ` ${formatCount(able[which].length)}` : ''}…`}
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
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {act && (
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
