'use client';
import { Ellipsis, Plus, Send, Trash2, Webhook } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { useRowKeys } from '@/components/data-table/row-keys';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { CloseMessage } from '@/components/ui/close-message';
import { Tag } from '@/components/ui/status';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import { useCan } from '@/lib/client/session/session-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { useTestSubscription } from '@/lib/client/webhooks/mutations';
import { useSubscriptions } from '@/lib/client/webhooks/queries';
import type { WebhookSubscription } from '@/lib/contracts/webhooks';
import { countOf } from '@/lib/format/counts';
import { formatTableTime, zoneLabel, zoneName } from '@/lib/format/times';
import type { OpenSubscriptionDialog } from './subscription-dialog';

const loadDialog = () => import('./subscription-dialog').then((module) => module.SubscriptionDialog);
const SubscriptionDialog = dynamic(loadDialog, { ssr: false });
const columns = 6;

/** What Wise is asked to send, straight from Wise. */
export function Subscriptions() {
  const mayWrite = useCan('webhooks.write');
  const timeZone = useTimeZone();
  const list = useSubscriptions();
  const test = useTestSubscription();
  const place = useRef<HTMLDivElement>(null);
  useRowKeys(place);
  const [dialog, setDialog] = useState<OpenSubscriptionDialog>();
  const items = list.data?.items ?? [];
  const isEmpty = list.isSuccess && items.length === 0;
  const subscribe = () => setDialog({ kind: 'subscribe', subscribed: items });
  return (
    <>
      <div className="flex min-h-12 flex-none flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-(--gutter) py-2">
        <span className="min-w-0 flex-1 text-meta text-ink-2 wrap-anywhere">
          {list.data && (
            <>
              {countOf(items.length, 'subscription')}. Wise sends to{' '}
              <span className="code">{list.data.url}</span>
            </>
          )}
        </span>
        {mayWrite && (
          <Button size="sm" icon={<Plus />} onPointerEnter={() => void loadDialog()} onClick={subscribe}>
            Subscribe…
          </Button>
        )}
      </div>
      {test.isSuccess && (
        <Notice
          tone="good"
          className="mx-(--gutter) my-3"
          title="Wise sends a test notification."
          close={<CloseMessage onClose={() => test.reset()} />}
        >
          <p>It appears under Deliveries within a moment. If it does not, Wise cannot reach this address.</p>
        </Notice>
      )}
      {test.error && (
        <ErrorState className="mx-(--gutter) my-3" error={test.error} title="No test was sent." />
      )}
      {list.error && (
        <ErrorState
          className="mx-(--gutter) my-3"
          error={list.error}
          title="Wise’s subscriptions could not be read."
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      <div
        ref={place}
        data-scroll
        tabIndex={0}
        role="region"
        aria-label="Subscriptions table"
        className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
      >
        {isEmpty && (
          <EmptyState
            icon={<Webhook />}
            title="Wise is not asked to send anything."
            action={mayWrite && <Button onClick={subscribe}>Subscribe…</Button>}
          >
            The console asks for what it needs within the hour. Until then it reads from Wise every ten
            minutes.
          </EmptyState>
        )}
        {!isEmpty && (!list.isError || list.data) && (
          <table
            role="table"
            className="data-table two-line"
            aria-label="Subscriptions"
            aria-busy={list.isPending}
          >
            <SubscriptionHead />
            <tbody role="rowgroup">
              {list.isPending && <PendingRows columns={columns} />}
              {items.map((subscription, index) => (
                <SubscriptionRow
                  key={subscription.id}
                  subscription={subscription}
                  index={index}
                  onTest={mayWrite ? () => test.mutate(subscription) : undefined}
                  onDelete={() => setDialog({ kind: 'unsubscribe', subscription })}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <footer className="flex min-h-[38px] flex-none flex-wrap items-center gap-x-3.5 border-t border-line px-(--gutter) text-meta text-ink-2">
        <span className="max-narrow:hidden">
          Wise cannot change a subscription: delete it and make another.
        </span>
        <span className="ml-auto">Times in {zoneLabel(timeZone)}</span>
      </footer>
      {dialog && <SubscriptionDialog open={dialog} onClose={() => setDialog(undefined)} />}
    </>
  );
}

function SubscriptionHead() {
  const timeZone = useTimeZone();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Wise tells when
        </th>
        <th role="columnheader" scope="col">
          Version
        </th>
        <th role="columnheader" scope="col">
          Name at Wise
        </th>
        <th role="columnheader" scope="col" className="max-wide:hidden">
          Sent to
        </th>
        <th role="columnheader" scope="col" className="min-[641px]:max-[960px]:hidden">
          Made, {zoneName(timeZone)}
        </th>
        <th role="columnheader" scope="col" className="acts">
          <span className="sr-only">Acts</span>
        </th>
      </tr>
    </thead>
  );
}

interface SubscriptionRowProps {
  subscription: WebhookSubscription;
  index: number;
  /** Undefined for who may only read. */
  onTest: (() => void) | undefined;
  onDelete: () => void;
}

function SubscriptionRow({ subscription, index, onDelete, onTest }: SubscriptionRowProps) {
  const timeZone = useTimeZone();
  const { createdAt, eventType, isKept, isOurs, name, url, version } = subscription;
  const words = wordsOfWebhookEvent(eventType);
  return (
    <tr role="row" data-row={index} className="max-narrow:grid-cols-[minmax(0,1fr)_auto_auto]!">
      <td role="cell" data-line="1" className="key" title={eventType}>
        {words}
      </td>
      <td role="cell" data-line="1-end" className="text-ink-2 tabular">
        {version}
      </td>
      <td role="cell" data-line="2" className="text-ink-2">
        {name}
        {isKept && <Tag className="ml-1.5">Kept by the console</Tag>}
      </td>
      <td role="cell" className="text-ink-2 max-wide:hidden" title={url}>
        {isOurs ? 'this console' : url}
      </td>
      <td role="cell" data-line="2-end" className="text-ink-2 min-[641px]:max-[960px]:hidden">
        <time dateTime={createdAt}>{formatTableTime(createdAt, timeZone)}</time>
      </td>
      <td
        role="cell"
        className="acts max-narrow:col-start-3 max-narrow:row-span-2 max-narrow:row-start-1 max-narrow:block!"
      >
        {onTest && (
          <Menu
            label={`Acts on ${words}`}
            isIcon
            size="sm"
            variant="quiet"
            face={<Ellipsis />}
            entries={() => [
              { kind: 'item', label: 'Send a test', icon: <Send />, onSelect: onTest },
              { kind: 'item', label: 'Delete…', icon: <Trash2 />, tone: 'danger', onSelect: onDelete },
            ]}
          />
        )}
      </td>
    </tr>
  );
}
