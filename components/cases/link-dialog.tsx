'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, TextField } from '@/components/ui/field';
import { moves, useMove, useNearby } from '@/lib/client/cases/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CaseDetail, RelatedTransaction } from '@/lib/contracts/cases';
import { countOf } from '@/lib/format/counts';
import { zoneLabel } from '@/lib/format/times';
import { RelatedLine } from './related-line';

const keyOf = ({ id, profileId }: RelatedTransaction) => `${profileId} ${id}`;

/** Chooses what else belongs to a case: from what lies near it, or by its id. */
export function LinkDialog({ shown, onClose }: { shown: CaseDetail; onClose: () => void }) {
  const nearby = useNearby(shown.id);
  const link = useMove(shown.id, moves.link);
  const timeZone = useTimeZone();
  const [chosen, setChosen] = useState<ReadonlyMap<string, RelatedTransaction>>(new Map());
  const [id, setId] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isNoId = id.trim() !== '' && !/^\d{1,19}$/.test(id.trim());
  const count = chosen.size + (id.trim() === '' ? 0 : 1);
  const fault = isNoId ? 'A transaction id has digits only.' : count === 0 ? 'Choose one.' : undefined;
  const toggle = (one: RelatedTransaction) => {
    const next = new Map(chosen);
    if (!next.delete(keyOf(one))) next.set(keyOf(one), one);
    setChosen(next);
  };
  const send = () => {
    setChecked(true);
    if (fault !== undefined) return;
    const transactions = [
      ...[...chosen.values()].map((one) => ({ profileId: one.profileId, transactionId: one.id })),
      ...(id.trim() === '' ? [] : [{ transactionId: id.trim() }]),
    ];
    link.mutate({ version: shown.version, transactions }, { onSuccess: onClose });
  };
  const list = (title: string, items: RelatedTransaction[]) =>
    items.length > 0 && (
      <fieldset>
        <legend className="mb-1 font-label">{title}</legend>
        <ul className="grid max-h-[30vh] gap-1 overflow-y-auto">
          {items.map((one) => (
            <li key={keyOf(one)}>
              <Checkbox
                label={<RelatedLine transaction={one} />}
                checked={chosen.has(keyOf(one))}
                onChange={() => toggle(one)}
              />
            </li>
          ))}
        </ul>
      </fieldset>
    );
  return (
    <Dialog
      width="wide"
      title="What else belongs to this case?"
      description={<p>Times are {zoneLabel(timeZone)}. Nothing changes at the transactions themselves.</p>}
      onSubmit={send}
      onClose={onClose}
      busy={link.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={link.isPending}>
            {link.isPending ? 'Linking' : count > 0 ? `Link ${countOf(count, 'transaction')}` : 'Link'}
          </Button>
        </>
      }
    >
      {nearby.isPending && <p className="animate-late text-ink-3">Looking for what lies near it.</p>}
      {nearby.error && (
        <ErrorState
          error={nearby.error}
          title="What lies near it could not be read."
          onRetry={() => void nearby.refetch()}
          busy={nearby.isFetching}
        />
      )}
      {nearby.data && nearby.data.ofCard.length + nearby.data.ofShop.length === 0 && (
        <p className="text-ink-2">Nothing lies near it: neither of this card nor at this shop.</p>
      )}
      {nearby.data && list('Of this card, a week before and after', nearby.data.ofCard)}
      {nearby.data && list('Declined at this shop, a day before and after', nearby.data.ofShop)}
      <TextField
        label="By its transaction id"
        error={isChecked && (isNoId || nearby.data) ? fault : undefined}
        inputMode="numeric"
        maxLength={19}
        value={id}
        onChange={setId}
      />
      {link.error && <ErrorState error={link.error} />}
    </Dialog>
  );
}
