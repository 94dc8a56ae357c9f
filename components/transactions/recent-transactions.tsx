'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Section } from '@/components/ui/page';
import { UrlLink } from '@/components/ui/url-link';
import { hrefForTransactions } from '@/lib/client/transactions/list-state';
import { useFewTransactions } from '@/lib/client/transactions/queries';
import type { CardPath } from '@/lib/contracts/cards';
import { TransactionHead, TransactionRow, transactionColumns } from './transaction-rows';

/** The newest few; all of them are a page of their own. */
export function RecentTransactions({ path }: { path: CardPath }) {
  const { data, error, refetch, isFetching } = useFewTransactions(path);
  const isEmpty = data?.items.length === 0;
  return (
    <Section
      title="Recent transactions"
      end={!isEmpty && <UrlLink href={hrefForTransactions(path)}>All of the last 90 days</UrlLink>}
    >
      {error && !data ? (
        <ErrorState
          error={error}
          title="The transactions could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : isEmpty ? (
        <p className="text-ink-2">None in the last 90 days. Wise shows no older ones.</p>
      ) : (
        <table
          role="table"
          className="data-table flush two-line"
          aria-label="Recent transactions"
          aria-busy={!data}
        >
          <TransactionHead isCompact />
          <tbody role="rowgroup">
            {!data && <PendingRows columns={transactionColumns - 2} rows={4} />}
            {data?.items.map((transaction, index) => (
              <TransactionRow
                key={transaction.id}
                profileId={path.profileId}
                transaction={transaction}
                index={index}
                isCompact
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
