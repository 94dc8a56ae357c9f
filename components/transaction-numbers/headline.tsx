import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { TransactionOutcome } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { type Asked, hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { Outcomes, TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatRate, rateOf } from '@/lib/format/approval-rate';
import { formatCount } from '@/lib/format/counts';
import { formatChange, formatRateChange, sayKeptFrom } from './numbers-words';

interface HeadlineProps {
  numbers: TransactionNumbers;
  asked: Asked;
}

/** The approval rate without soft declines that went through after all, which stand beside it. */
export function Headline({ asked, numbers }: HeadlineProps) {
  const { before, isBeforeKept, now } = numbers;
  const timeZone = useTimeZone();
  const hrefOf = (outcome: TransactionOutcome) => hrefForRows(asked, { outcome: [outcome] }) as Route;
  const changeOf = (part: keyof Outcomes) =>
    isBeforeKept ? formatChange(now[part], before[part]) : undefined;
  const link = (outcome: TransactionOutcome, words: string) => (
    <Link href={hrefOf(outcome)} prefetch={false}>
      {words}
    </Link>
  );
  return (
    <section aria-label="Approval rate" className="border-b border-line py-3.5">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <Figure
          name="Approval rate"
          change={isBeforeKept ? formatRateChange(rateOf(now), rateOf(before)) : undefined}
        >
          {formatRate(rateOf(now))}
        </Figure>
        <Figure name="Approved" change={changeOf('approved')}>
          {link('approved', formatCount(now.approved))}
        </Figure>
        <Figure name="Declined" change={changeOf('declined')}>
          {link('declined', formatCount(now.declined))}
        </Figure>
        <Figure name="Through at the second try" change={changeOf('secondTry')}>
          {link('second-try', formatCount(now.secondTry))}
        </Figure>
      </dl>
      <p className="mt-2 max-w-[80ch] text-meta text-ink-3">
        A payment that asked for the PIN or a confirmation and went through within the hour is not counted in
        the rate. {isBeforeKept ? 'Changes are against as many days before.' : sayKeptFrom(numbers, timeZone)}
      </p>
    </section>
  );
}

interface FigureProps {
  name: string;
  /** Absent where there is nothing to compare with. */
  change: string | undefined;
  children: ReactNode;
}

function Figure({ name, change, children }: FigureProps) {
  return (
    <div>
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className="text-figure tabular">{children}</dd>
      {change !== undefined && <dd className="text-meta text-ink-2 tabular">{change}</dd>}
    </div>
  );
}
