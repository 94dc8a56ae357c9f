'use client';
import { Download, Package, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { ColumnsMenu } from '@/components/data-table/columns-menu';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import {
  type CardOrdersState,
  fixedOrderColumns,
  hrefForCardOrders,
  isNarrowed,
  parseCardOrdersState,
  toOrderFilters,
  usualOrderColumns,
  withoutFilters,
} from '@/lib/client/card-orders/list-state';
import { useCardOrderList } from '@/lib/client/card-orders/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import { orderColumnLabels, shownOrderColumns } from './order-columns';
import { OpenRequests } from './open-requests';
import { OrderFilters } from './order-filters';
import { OrderHead, OrderRow } from './order-table';
import { OrderViews } from './order-views';

const loadExport = () => import('./export-dialog').then((module) => module.ExportDialog);
const ExportDialog = dynamic(loadExport, { ssr: false });
const loadNew = () => import('../new/new-order-dialog').then((module) => module.NewOrderDialog);
const NewOrderDialog = dynamic(loadNew, { ssr: false });

export function CardOrdersPage() {
  if (useCan('card-orders.read')) return <CardOrders />;
  return <NotYours title="Card orders">Your role does not include card orders.</NotYours>;
}

function CardOrders() {
  const search = useSearchParams();
  const state = parseCardOrdersState(search);
  const list = useCardOrderList(toOrderFilters(state));
  const ownBranches = useOwnBranches();
  const mayExport = useCan('card-orders.export');
  const mayOrder = useCan('card-orders.write');
  const [isExporting, setExporting] = useState(false);
  const [isOrdering, setOrdering] = useState(false);
  const head = list.data?.pages[0];
  const columns = shownOrderColumns(state);
  const choose = (next: CardOrdersState) => pushUrl(hrefForCardOrders(next));
  // Whoever comes to order one says so in the address.
  const isAsked = search.has('new');
  const closeOrder = () => {
    setOrdering(false);
    if (isAsked) replaceUrl(hrefForCardOrders(state));
  };
  useKeys({
    ...(mayExport && { e: () => setExporting(true) }),
    ...(mayOrder && { n: () => setOrdering(true) }),
  });
  return (
    <div className="fit-page">
      <PageHeader
        title="Card orders"
        titleInTopBar
        aside={ownBranches}
        actions={
          <>
            <span className="max-narrow:hidden">
              <LiveMark asOf={head?.asOf} />
            </span>
            <ColumnsMenu
              columns={orderColumnLabels}
              fixed={fixedOrderColumns}
              shown={state.columns ?? usualOrderColumns}
              onChoose={(columns) => choose({ ...state, columns })}
            />
            {mayExport && (
              <Button
                size="sm"
                icon={<Download />}
                className="max-narrow:hidden"
                onPointerEnter={() => void loadExport()}
                onClick={() => setExporting(true)}
              >
                Export CSV
              </Button>
            )}
            {mayOrder && (
              <Button
                size="sm"
                variant="primary"
                icon={<Plus />}
                onPointerEnter={() => void loadNew()}
                onClick={() => setOrdering(true)}
              >
                Order a card…
              </Button>
            )}
          </>
        }
      />
      <OrderViews state={state} counts={head?.counts} />
      <OrderFilters
        state={state}
        head={head}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForCardOrders(next))}
      />
      <OpenRequests requests={head?.requests ?? []} />
      <ProfileConnectionNotice profileIds={state.profileId} className="flex-none px-(--gutter) py-2" />
      <EndlessTable
        label="Card orders"
        list={list}
        head={<OrderHead columns={columns} state={state} onChoose={choose} />}
        columns={columns.length}
        row={(order, index) => <OrderRow key={order.id} order={order} index={index} columns={columns} />}
        nothingFound={<NothingFound state={state} onChoose={choose} />}
      />
      {mayOrder && (isOrdering || isAsked) && (
        <NewOrderDialog
          profileId={state.profileId.length === 1 ? (state.profileId[0] ?? '') : ''}
          onClose={closeOrder}
        />
      )}
      {isExporting && <ExportDialog state={state} rows={head?.total} onClose={() => setExporting(false)} />}
    </div>
  );
}

interface NothingFoundProps {
  state: CardOrdersState;
  onChoose: (next: CardOrdersState) => void;
}

function NothingFound({ state, onChoose }: NothingFoundProps) {
  const ownBranches = useOwnBranches();
  if (isNarrowed(state))
    return (
      <EmptyState
        icon={<Package />}
        title={state.query ? `No card order matches “${state.query}”.` : 'No card order is like that.'}
        action={<Button onClick={() => onChoose(withoutFilters(state))}>Show all card orders</Button>}
      >
        Try the order’s number, the last four digits of its card, or a part of the name.
        {ownBranches !== undefined && ' A name is found once the card can be printed.'}
      </EmptyState>
    );
  return (
    <EmptyState icon={<Package />} title="No card is on order.">
      {ownBranches === undefined
        ? 'An order appears here as soon as Wise has taken it, wherever it was made.'
        : `Orders that are collected at ${ownBranches} appear here.`}
    </EmptyState>
  );
}
