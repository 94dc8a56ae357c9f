'use client';
import { Download, ReceiptText } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { EndlessTable } from '@/components/data-table/endless-table';
import { titleOf } from '@/components/cards/card-page/status-text';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import { useCard } from '@/lib/client/cards/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import {
  addressOfTransactions,
  countFilters,
  hrefForTransactions,
  noFilters,
  parseTransactionsState,
  type TransactionsState,
  toTransactionFilters,
} from '@/lib/client/transactions/list-state';
import { useTransactionList } from '@/lib/client/transactions/queries';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import type { CardPath } from '@/lib/contracts/cards';
import { formatDate } from '@/lib/format/times';
import { TransactionFilters } from './transaction-filters';
import { TransactionHead, TransactionRow, transactionColumns } from './transaction-rows';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });

export function TransactionsPage({ path }: { path: CardPath }) {
  const timeZone = useTimeZone();
  const mayExport = useCan('transactions.export');
  const state = parseTransactionsState(useSearchParams());
  const filters = toTransactionFilters(state, timeZone);
  const list = useTransactionList(path, filters);
  const card = useCard(path).data;
  const [isExporting, setExporting] = useState(false);
  const pages = list.data?.pages ?? [];
  const range = pages[0]?.range;
  const choose = (next: TransactionsState) => pushUrl(hrefForTransactions(path, next));
  const cardHref = { pathname: `/cards/${path.profileId}/${path.cardToken}` as const };
  const router = useRouter();
  useKeys({
    Escape: () => router.push(cardHref.pathname),
    ...(mayExport && { e: () => setExporting(true) }),
  });
  return (
    <div className="fit-page">
      <PageHeader
        crumbs={[
          { label: 'Cards', href: '/cards' },
          { label: card ? titleOf(card) : 'Card', href: cardHref },
          { label: 'Transactions' },
        ]}
        title="Transactions"
        aside={range && `${formatDate(range.from, timeZone)} to ${formatDate(range.to, timeZone)}`}
        actions={
          <>
            <LiveMark asOf={pages[0]?.asOf} />
            {mayExport && (
              <Button
                size="sm"
                icon={<Download />}
                onPointerEnter={() => void loadExport()}
                onClick={() => setExporting(true)}
              >
                Export CSV…
              </Button>
            )}
          </>
        }
      />
      <SavedViewsBar
        list="card-transactions"
        label="Views of transactions"
        address={addressOfTransactions(path, state)}
        all={{ label: 'All transactions', href: hrefForTransactions(path, noFilters) }}
      />
      <TransactionFilters
        state={state}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForTransactions(path, next))}
      />
      {range?.isCut && (
        <Notice tone="busy" className="mx-(--gutter) my-2" title="Only the last 90 days are shown.">
          Wise keeps older transactions to itself. What lies before {formatDate(range.from, timeZone)} is not
          here.
        </Notice>
      )}
      <EndlessTable
        label="Transactions"
        list={list}
        head={<TransactionHead />}
        columns={transactionColumns}
        row={(transaction, index) => (
          <TransactionRow
            key={transaction.id}
            profileId={path.profileId}
            transaction={transaction}
            index={index}
          />
        )}
        nothingFound={<NothingFound state={state} onClear={() => choose(noFilters)} />}
      />
      {isExporting && (
        <ExportDialog path={path} filters={filters} timeZone={timeZone} onClose={() => setExporting(false)} />
      )}
    </div>
  );
}

function NothingFound({ state, onClear }: { state: TransactionsState; onClear: () => void }) {
  const isFiltered = countFilters(state) > 0;
  return (
    <EmptyState
      icon={<ReceiptText />}
      title={isFiltered ? 'No transaction matches.' : 'No transaction in the last 90 days.'}
      action={isFiltered && <Button onClick={onClear}>Clear search and filters</Button>}
    >
      {isFiltered
        ? 'Try fewer words, or a longer time.'
        : 'They appear here as soon as the card is used. Wise shows no older ones.'}
    </EmptyState>
  );
}
