'use client';
import { Webhook } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { Button } from '@/components/ui/button';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';
import {
  countFilters,
  hrefForWebhooks,
  toDeliveryQuery,
  type WebhooksState,
  withoutFilters,
} from '@/lib/client/webhooks/list-state';
import { useDeliveryList } from '@/lib/client/webhooks/queries';
import type { WebhookDelivery } from '@/lib/contracts/webhooks';
import { zoneLabel } from '@/lib/format/times';
import { DeliveryFilters } from './delivery-filters';
import { DeliveryHead, DeliveryRow, deliveryColumns } from './delivery-rows';

const DeliveryDialog = dynamic(() => import('./delivery-dialog').then((module) => module.DeliveryDialog), {
  ssr: false,
});

export function Deliveries({ state }: { state: WebhooksState }) {
  const timeZone = useTimeZone();
  const list = useDeliveryList(toDeliveryQuery(state, timeZone));
  const [shown, setShown] = useState<WebhookDelivery>();
  const head = list.data?.pages[0];
  const choose = (next: WebhooksState) => pushUrl(hrefForWebhooks(next));
  return (
    <>
      <DeliveryFilters
        state={state}
        counts={head?.counts}
        eventTypes={head?.eventTypes ?? []}
        found={head?.total}
        onChoose={choose}
        onType={(next) => replaceUrl(hrefForWebhooks(next))}
      />
      <EndlessTable
        label="Deliveries"
        list={list}
        head={<DeliveryHead />}
        columns={deliveryColumns}
        row={(delivery, index) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            index={index}
            onOpen={() => setShown(delivery)}
          />
        )}
        nothingFound={<NothingFound state={state} onClear={() => choose(withoutFilters(state))} />}
      />
      <footer className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2">
        <span className="max-narrow:hidden">
          Each event is kept once, however often Wise sends it. What is signed is never turned away.
        </span>
        <span className="ml-auto">Times in {zoneLabel(timeZone)}</span>
      </footer>
      {shown && <DeliveryDialog listed={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function NothingFound({ state, onClear }: { state: WebhooksState; onClear: () => void }) {
  const isNarrowed = state.query !== '' || countFilters(state) > 0;
  return (
    <EmptyState
      icon={<Webhook />}
      title={
        !isNarrowed
          ? 'Wise has sent nothing yet.'
          : state.query
            ? `No delivery matches “${state.query}”.`
            : 'No delivery is like that.'
      }
      action={isNarrowed && <Button onClick={onClear}>Show all deliveries</Button>}
    >
      {isNarrowed
        ? 'Try the beginning of a card token, of an order’s, transfer’s or profile’s number, or of a delivery id.'
        : 'Look under Subscriptions whether Wise is asked to, and have a test sent.'}
    </EmptyState>
  );
}
