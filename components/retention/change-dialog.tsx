'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { retentionClassOf, whatStays, wordsOfPassing } from '@/lib/catalogues/retention';
import { useAskForRetention, useRetentionPreview } from '@/lib/client/retention/queries';
import type { RetentionRule } from '@/lib/contracts/retention';
import { formatCount } from '@/lib/format/counts';
import { wordsOfDays } from '@/lib/format/durations';

export function ChangeDialog({ rule, onClose }: { rule: RetentionRule; onClose: () => void }) {
  const { least, most, title } = retentionClassOf(rule.class);
  const ask = useAskForRetention();
  const [text, setText] = useState(String(rule.days));
  const [isChecked, setChecked] = useState(false);
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const fault =
    days >= least && days <= most
      ? days === rule.days
        ? 'It is kept that long already.'
        : undefined
      : `From ${formatCount(least)} to ${formatCount(most)} days.`;
  const words = Number.isNaN(days) ? undefined : wordsOfDays(days);
  const isShorter = fault === undefined && days < rule.days;
  const submit = () => {
    setChecked(true);
    if (fault === undefined)
      ask.mutate({ class: rule.class, days, version: rule.version }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`${title}: kept for how long?`}
      description={
        <p>{wordsOfDays(rule.days)} now. A second administrator agrees first, then it holds at once.</p>
      }
      onSubmit={submit}
      onClose={onClose}
      busy={ask.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {ask.isPending ? 'Asking' : 'Ask for the change'}
          </Button>
        </>
      }
    >
      <TextField
        label="Days"
        hint={words?.includes('year') ? words : undefined}
        error={isChecked ? fault : undefined}
        inputMode="numeric"
        maxLength={5}
        className="max-w-[120px] tabular"
        value={text}
        onChange={setText}
      />
      {isShorter && <Consequence rule={rule} days={days} />}
      {fault === undefined && !isShorter && (
        <p className="text-ink-2">What was deleted before does not come back.</p>
      )}
      {ask.error && <ErrorState error={ask.error} />}
    </Dialog>
  );
}

/** What goes at once, said before anybody is asked. */
function Consequence({ rule, days }: { rule: RetentionRule; days: number }) {
  const { data, error, isFetching, refetch } = useRetentionPreview(rule.class, days);
  if (error)
    return (
      <ErrorState
        error={error}
        title="What would be deleted could not be counted."
        onRetry={() => void refetch()}
        busy={isFetching}
      />
    );
  if (!data) return <p className="text-ink-3">Counting what would be deleted</p>;
  return (
    <Notice tone="warn" title={`Deletes ${wordsOfPassing(rule.class, data.cutoff, data.passes)}, for ever.`}>
      {whatStays}
    </Notice>
  );
}
