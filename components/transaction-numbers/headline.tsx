import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { TransactionOutcome } from '@/lib/catalogues/statuses';
import { hrefForRows } from '@/lib/client/transaction-numbers/numbers-state';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatCount } from '@/lib/format/counts';
import type { Asked } from './numbers-table';
import { formatChange, formatRate, formatRateChange, rateOf } from './numbers-words';

interface HeadlineProps {
  numbers: TransactionNumbers;
  asked: Asked;
}

/** The approval rate without soft declines that went through after all, which stand beside it. */
export function Headline({ asked, numbers: { before, now } }: HeadlineProps) {
  const hrefOf = (outcome: TransactionOutcome) =>
    hrefForRows(asked.period, asked.programme, { outcome: [outcome] }) as Route;
  const link = (outcome: TransactionOutcome, words: string) => (
    <Link href={hrefOf(outcome)} prefetch={false}>
      {words}
    </Link>
  );
  return (
    <section aria-label="Approval rate" className="border-b border-line py-3.5">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <Figure name="Approval rate" change={formatRateChange(rateOf(now), rateOf(before))}>
          {formatRate(rateOf(now))}
        </Figure>
        <Figure name="Approved" change={formatChange(now.approved, before.approved)}>
          {link('approved', formatCount(now.approved))}
        </Figure>
        <Figure name="Declined" change={formatChange(now.declined, before.declined)}>
          {link('declined', formatCount(now.declined))}
        </Figure>
        <Figure name="Through at the second try" change={formatChange(now.secondTry, before.secondTry)}>
          {link('second-try', formatCount(now.secondTry))}
        </Figure>
      </dl>
      <p className="mt-2 max-w-[80ch] text-meta text-ink-3">
        A payment that asked for the PIN or a confirmation and went through within the hour is not counted in
        the rate. Changes are against as many days before.
      </p>
    </section>
  );
}

function Figure({ name, change, children }: { name: string; change: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-ink-3">{name}</dt>
      <dd className="text-figure tabular">{children}</dd>
      <dd className="text-meta text-ink-2 tabular">{change}</dd>
    </div>
  );
}
