'use client';
import Link from 'next/link';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { useConversion } from '@/lib/client/batch-groups/before-funding';
import { mayConvert } from '@/lib/client/batch-groups/before-funding-offer';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Conversion } from '@/lib/contracts/batch-before-funding';
import { formatMoney } from '@/lib/format/money';
import { formatDetailTime } from '@/lib/format/times';
import { listOf } from './before-words';
import { OtherBalances } from './other-balances';

interface ShortBalanceProps {
  short: string;
  sourceCurrency: string;
  conversion: ReturnType<typeof useConversion>;
  /** Simulated money; undefined where there is none, or for who may not. */
  onTopUp: (() => void) | undefined;
  /** Undefined for who may not ask. */
  onConvert: (() => void) | undefined;
  onNear: () => void;
}

/** What is missing, which other balances could cover it, and the ways on. */
export function ShortBalance({
  short,
  sourceCurrency,
  conversion: { data, error, isFetching, isPending, refetch },
  onTopUp,
  onConvert,
  onNear,
}: ShortBalanceProps) {
  const near = { onPointerEnter: onNear, onFocus: onNear };
  const mayAsk = data?.doesCover && (data.approval === null || isOver(data.approval));
  return (
    <Notice tone="warn" title={`The balance is short by ${formatMoney(short, sourceCurrency)}.`}>
      {!mayConvert(data) && <p>Nothing is paid before it covers the whole group.</p>}
      {data?.approval && <ConversionState approval={data.approval} sourceCurrency={sourceCurrency} />}
      {isPending && <p role="status">Reading what the other balances hold.</p>}
      {error && (
        <ErrorState
          className="my-1.5"
          error={error}
          title="The other balances could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      )}
      {data && mayAsk && <OtherBalances balances={data.balances} sourceCurrency={sourceCurrency} />}
      {data && !data.doesCover && <p>The other balances of the profile do not cover it either.</p>}
      {(onTopUp || (onConvert && mayAsk)) && (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {onTopUp && (
            <Button size="sm" onClick={onTopUp} {...near}>
              Add money…
            </Button>
          )}
          {onConvert && mayAsk && (
            <Button size="sm" onClick={onConvert} {...near}>
              Let Wise convert from another balance…
            </Button>
          )}
        </div>
      )}
    </Notice>
  );
}

type Standing = NonNullable<Conversion['approval']>;
const isOver = ({ state, whyOver }: Standing): boolean => state === 'ended' || whyOver !== null;

function ConversionState({ approval, sourceCurrency }: { approval: Standing; sourceCurrency: string }) {
  const mayRead = useCan('approvals.read');
  const timeZone = useTimeZone();
  const { approvedBy, ceiling, id, isYoursAlone, state, until, whyOver } = approval;
  const most = formatMoney(ceiling, sourceCurrency);
  const end = until === null ? '' : ` until ${formatDetailTime(until, timeZone)}`;
  return (
    <div className="my-1">
      <p>
        {state === 'waiting' && `A conversion of at most ${most} waits for approval.`}
        {state === 'approved' &&
          whyOver === null &&
          `${listOf(approvedBy)} agreed that Wise converts at most ${most}${end}. The group can be funded.`}
        {state === 'ended' && 'What was asked about a conversion does not count any more.'}
        {state !== 'ended' && whyOver !== null && ` ${whyOver} What was agreed to does not cover it.`}
      </p>
      {isYoursAlone && <p>You alone agreed: somebody else funds it.</p>}
      {mayRead && (
        <Link
          prefetch={false}
          href={`/approvals?view=${state === 'waiting' ? 'pending' : 'decided'}&id=${id}`}
          className="inline-flex min-h-6 items-center"
        >
          See the request
        </Link>
      )}
    </div>
  );
}
