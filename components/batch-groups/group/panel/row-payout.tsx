'use client';
import { Download } from 'lucide-react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { hasEstimate, offerReceipt } from '@/lib/client/batch-groups/payout-offer';
import { useDeliveryEstimate, useReceipt } from '@/lib/client/batch-groups/payouts';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { formatTableTime, zoneName } from '@/lib/format/times';
import { wordsOfPayout } from './payout-words';

/** What became of the row's payment: when it arrives, why it did not, and Wise's receipt. */
export function RowPayout({ row, path }: { row: BatchRow; path: BatchGroupPath }) {
  const timeZone = useTimeZone();
  const receipt = useReceipt(path, row.rowNumber);
  const offer = offerReceipt(row);
  if (!offer) return null;
  const words = wordsOfPayout(row, timeZone);
  const lines = words?.lines.map((line) => <p key={line}>{line}</p>);
  return (
    <div className="grid gap-2">
      {words &&
        (words.tone ? (
          <Notice tone={words.tone} title={words.title}>
            {lines}
          </Notice>
        ) : (
          <div>
            <p className="font-strong">{words.title}</p>
            <div className="text-ink-2">{lines}</div>
          </div>
        ))}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <Button
          size="xs"
          icon={<Download />}
          notNow={offer.notNow}
          busy={receipt.isPending}
          onClick={() => receipt.mutate()}
        >
          Receipt (PDF)
        </Button>
        {hasEstimate(row) && <Estimate row={row} path={path} />}
      </div>
      {receipt.error && <ErrorState error={receipt.error} title="The receipt could not be read." />}
    </div>
  );
}

function Estimate({ row, path }: { row: BatchRow; path: BatchGroupPath }) {
  const timeZone = useTimeZone();
  const { data, error } = useDeliveryEstimate(path, row, true);
  if (error) return <p className="text-ink-3">Wise did not say when it arrives: {error.message}</p>;
  if (!data) return <p className="text-ink-3">Asking Wise when it arrives</p>;
  const { estimatedAt } = data;
  if (estimatedAt === null) return <p className="text-ink-3">Wise does not say when it arrives.</p>;
  const isPast = Date.parse(estimatedAt) < Date.parse(data.asOf);
  return (
    <p className="text-ink-2">
      {isPast ? 'Was to arrive by ' : 'Arrives by '}
      <time dateTime={estimatedAt} className="tabular">
        {formatTableTime(estimatedAt, timeZone)} {zoneName(timeZone, new Date(estimatedAt))}
      </time>
      , estimated{isPast && '. Whether it did, the payee knows'}
    </p>
  );
}
