'use client';
import { useSearchParams } from 'next/navigation';
import { LiveMark } from '@/components/feedback/live-mark';
import { NotYours } from '@/components/feedback/not-yours';
import { PageHeader } from '@/components/ui/page';
import { ViewsBar } from '@/components/ui/views-bar';
import { useCan } from '@/lib/client/session/session-provider';
import { hrefForWebhooks, parseWebhooksState, withoutFilters } from '@/lib/client/webhooks/list-state';
import { useWebhookStream } from '@/lib/client/webhooks/queries';
import { Deliveries } from './deliveries';
import { LastLook } from './last-look';
import { StreamState } from './stream-state';
import { Subscriptions } from './subscriptions';

const views = [
  { key: 'deliveries', label: 'Deliveries' },
  { key: 'subscriptions', label: 'Subscriptions' },
  { key: 'looks', label: 'Looked for gaps' },
] as const;

export function WebhooksPage() {
  const mayRead = useCan('webhooks.read');
  if (mayRead) return <Webhooks />;
  return (
    <NotYours title="Webhooks">Administrators look after what Wise sends to the console by itself.</NotYours>
  );
}

function Webhooks() {
  const stream = useWebhookStream();
  const state = parseWebhooksState(useSearchParams());
  const hrefTo = (view: typeof state.view) => hrefForWebhooks({ ...withoutFilters(state), view });
  return (
    <div className="fit-page">
      <PageHeader title="Webhooks" titleInTopBar actions={<LiveMark asOf={stream.data?.asOf} />} />
      <StreamState stream={stream} />
      <ViewsBar
        label="Webhooks"
        views={views.map(({ key, label }) => ({
          key,
          label,
          href: hrefTo(key),
          isCurrent: state.view === key,
        }))}
      />
      {state.view === 'deliveries' && <Deliveries state={state} />}
      {state.view === 'subscriptions' && <Subscriptions />}
      {state.view === 'looks' && stream.data && <LastLook stream={stream.data} />}
    </div>
  );
}
