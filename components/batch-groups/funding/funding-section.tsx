'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { useBalances } from '@/lib/client/balances/queries';
import { useConversion } from '@/lib/client/batch-groups/before-funding';
import { mayConvert } from '@/lib/client/batch-groups/before-funding-offer';
import { useBatchFunding, useShowPayIn } from '@/lib/client/batch-groups/funding';
import {
  hasMoneyPart,
  isBalanceRead,
  isByTransfer,
  offerDirectDebit,
  offerPayIn,
  offerToFund,
  payingBalance,
  shortBy,
  takenAtMost,
} from '@/lib/client/batch-groups/funding-offer';
import { useCan } from '@/lib/client/session/session-provider';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { BeforeFunding } from './before-funding';
import { FundingFigures } from './funding-figures';
import { FundingState } from './funding-state';
import { PayInSlip } from './pay-in-slip';
import { ReleasePart } from './release-part';

const loadDialog = () => import('./funding-dialogs').then((module) => module.FundingDialog);
const FundingDialog = dynamic(loadDialog, { ssr: false });

export type OpenFundingDialog = 'fund' | 'debit' | 'pay-in' | 'top-up';

/** What the group takes, from where, and how far the money is. */
export function FundingSection({ group, path }: { group: BatchGroupDetail; path: BatchGroupPath }) {
  const mayFund = useCan('batch-groups.fund');
  const money = useBatchFunding(path, group);
  const balances = useBalances(path.profileId, isBalanceRead(group));
  const payIn = useShowPayIn(path);
  const [open, setOpen] = useState<OpenFundingDialog>();
  const [isLost, setLost] = useState(false);
  const funding = money.data;
  const { sourceCurrency } = group;
  const balance = balances.data && (payingBalance(balances.data.items, sourceCurrency) ?? null);
  // Before it is closed it is known what is in it so far.
  const total = funding ? funding.total : group.rows.inGroup > 0 ? group.totals.inGroup : null;
  const short = shortBy(balance ?? undefined, funding ? takenAtMost(funding) : total);
  const conversion = useConversion(path, short !== undefined && group.status === 'CLOSED');
  if (!hasMoneyPart(group)) return null;
  // Who was not answered is told by the group itself as soon as it is read.
  const isUnclear = isLost && group.status === 'CLOSED';
  const seen = { group, funding, balance, isLost: isUnclear, mayConvert: mayConvert(conversion.data) };
  const fund = offerToFund(seen);
  const debit = offerDirectDebit(seen);
  const transfer = offerPayIn(seen);
  const isShownAlready = group.status === 'CONFIRMING' && isByTransfer(funding);
  const near = { onPointerEnter: () => void loadDialog(), onFocus: () => void loadDialog() };
  return (
    <Section
      title="Funding"
      end={fund?.notNow !== undefined && group.status !== 'CLOSED' && !isShownAlready && 'After closing'}
    >
      <div className="grid gap-2.5">
        <FundingFigures group={group} total={total} balance={balance} isReading={balances.isPending} />
        {money.error && (
          <ErrorState
            error={money.error}
            title="The funding could not be read."
            onRetry={() => void money.refetch()}
            busy={money.isFetching}
          />
        )}
        {balances.error && (
          <ErrorState
            error={balances.error}
            title="The balance could not be read."
            onRetry={() => void balances.refetch()}
            busy={balances.isFetching}
          />
        )}
        {funding && <FundingState funding={funding} currency={sourceCurrency} />}
        {funding && <ReleasePart group={group} path={path} funding={funding} />}
        {isUnclear && (
          <Notice tone="warn" title="We do not know yet whether the money moved.">
            <p>Do not try again: the console asks Wise itself.</p>
          </Notice>
        )}
        <BeforeFunding
          group={group}
          path={path}
          before={funding?.before ?? null}
          short={short}
          conversion={conversion}
          mayFund={mayFund}
          onTopUp={balances.data?.canTopUp ? () => setOpen('top-up') : undefined}
        />
        {mayFund ? (
          (fund ?? transfer) && (
            <div className="flex flex-wrap gap-2">
              {fund && (
                <Button
                  variant={fund.notNow === undefined ? 'primary' : 'secondary'}
                  notNow={fund.notNow}
                  onClick={() => setOpen('fund')}
                  {...near}
                >
                  Fund from balance…
                </Button>
              )}
              {debit && (
                <Button notNow={debit.notNow} onClick={() => setOpen('debit')} {...near}>
                  Pay by direct debit…
                </Button>
              )}
              {transfer && !(isShownAlready && payIn.ways) && (
                <Button
                  notNow={transfer.notNow}
                  busy={payIn.showing.isPending}
                  onClick={() => (isShownAlready ? payIn.showing.mutate() : setOpen('pay-in'))}
                  {...near}
                >
                  {isShownAlready ? 'Show the pay-in details' : 'Pay by bank transfer…'}
                </Button>
              )}
            </div>
          )
        ) : (
          <p className="text-ink-2">Operators fund groups.</p>
        )}
        {mayFund && fund?.notNow !== undefined && short === undefined && (
          <p className="text-meta text-ink-3">
            {fund.notNow}
            {!isShownAlready && ' Funding pays everything at once and cannot be undone.'}
          </p>
        )}
        {payIn.showing.error && open !== 'pay-in' && <ErrorState error={payIn.showing.error} />}
        {payIn.ways && isShownAlready && <PayInSlip group={group} ways={payIn.ways} />}
      </div>
      {open && (
        <FundingDialog
          open={open}
          group={group}
          path={path}
          balance={balance ?? undefined}
          funding={funding}
          short={short}
          conversion={conversion.data}
          showing={payIn.showing}
          onLost={() => setLost(true)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}
