'use client';
import { ReceiptText } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { DetailStates } from '@/components/feedback/detail-states';
import { LiveMark } from '@/components/feedback/live-mark';
import { Facts } from '@/components/ui/facts';
import { DetailBody, PageHeader } from '@/components/ui/page';
import { Pill } from '@/components/ui/status';
import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { hrefForTransactions } from '@/lib/client/transactions/list-state';
import { useTransaction } from '@/lib/client/transactions/queries';
import type { CardTransaction } from '@/lib/contracts/card-transactions';
import { ChangedSinceExport } from './changed-since';
import { Sum } from './sum';
import { factsOf, FromArchive, TransactionMain, TransactionTimes } from './transaction-parts';

const crumbs = [{ label: 'Cards', href: '/cards' as const }, { label: 'Transaction' }];

export function TransactionPage({ profileId, transactionId }: { profileId: string; transactionId: string }) {
  const { data, error, refetch, isFetching } = useTransaction(profileId, transactionId);
  if (data) return <Transaction transaction={data} />;
  return (
    <DetailStates
      crumbs={crumbs}
      noun="transaction"
      title="Transaction"
      error={error}
      onRetry={() => void refetch()}
      busy={isFetching}
      missing={{
        icon: <ReceiptText />,
        title: 'No transaction here',
        advice: 'Wise shows the last 90 days. Check the number, or look on the card’s page.',
      }}
    />
  );
}

function Transaction({ transaction }: { transaction: CardTransaction }) {
  const timeZone = useTimeZone();
  const { profileId, cardToken, merchant, state } = transaction;
  const path = { profileId, cardToken };
  const router = useRouter();
  useKeys({ Escape: () => router.push(hrefForTransactions(path) as Route) });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Cards', href: '/cards' },
          {
            label: `${transaction.cardHolderName ?? 'Card'} •••• ${transaction.lastFourDigits}`,
            href: { pathname: `/cards/${profileId}/${cardToken}` },
          },
          { label: 'Transactions', href: { pathname: hrefForTransactions(path) } },
          { label: transaction.id },
        ]}
        title={merchant.name ?? 'No merchant named'}
        aside={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-head font-plain text-ink">
              <Sum money={transaction.transactionAmount} />
            </span>
            <Pill look={lookOfTransactionState(state)} value={state} />
          </span>
        }
        actions={<LiveMark asOf={transaction.readAt} />}
      />
      <FromArchive transaction={transaction} />
      <ChangedSinceExport transaction={transaction} />
      <Facts items={factsOf(transaction, timeZone)} />
      <DetailBody side={<TransactionTimes transaction={transaction} />} sideLabel="Money and times">
        <TransactionMain transaction={transaction} />
      </DetailBody>
    </>
  );
}
