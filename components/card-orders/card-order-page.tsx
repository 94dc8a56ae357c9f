'use client';
import { Package } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { Freshness } from '@/components/feedback/freshness';
import { Copyable } from '@/components/ui/copyable';
import { type Fact, Facts } from '@/components/ui/facts';
import { DetailBody, PageHeader, Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { Pill, StatusMark } from '@/components/ui/status';
import { wordsOfDelivery, wordsOfRequirement } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus, lookOfRequirementStatus } from '@/lib/catalogues/statuses';
import { asApiError } from '@/lib/client/api-error';
import { useCardOrder } from '@/lib/client/card-orders/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';
import { formatDetailTime } from '@/lib/format/times';
import { SetPin } from './set-pin';

const toList = { label: 'Card orders', href: '/card-orders' as const };

export function CardOrderPage({ path }: { path: CardOrderPath }) {
  const { data, error, refetch, isFetching } = useCardOrder(path);
  if (data) return <Order order={data} path={path} />;
  const crumbs = [toList, { label: path.orderId }];
  if (error && ['not_found', 'validation_failed'].includes(asApiError(error).code))
    return (
      <>
        <PageHeader crumbs={crumbs} title="No card order here" />
        <EmptyState icon={<Package />} title="There is no such order, or it is not yours to see">
          Check the number, or choose the profile in the list of card orders.
        </EmptyState>
      </>
    );
  return (
    <div aria-busy={!error}>
      <PageHeader crumbs={crumbs} title={error ? 'Card order' : <span className="sr-only">Reading</span>} />
      {error ? (
        <ErrorState
          className="mx-(--gutter)"
          error={error}
          title="This order could not be read."
          onRetry={() => void refetch()}
          busy={isFetching}
        />
      ) : (
        <div aria-hidden="true" className="grid animate-late gap-4 px-(--gutter) py-5">
          {['w-[38%]', 'w-[72%]', 'w-[64%]'].map((width) => (
            <Bar key={width} className={width} />
          ))}
        </div>
      )}
    </div>
  );
}

function Order({ order, path }: { order: CardOrder; path: CardOrderPath }) {
  const timeZone = useTimeZone();
  const { asOf, id, profileId, profileName, requirements, status } = order;
  return (
    <>
      <PageHeader
        crumbs={[
          toList,
          { label: profileName, href: { pathname: '/card-orders', query: { profileId } } },
          { label: id },
        ]}
        title={order.cardHolderName ?? `Card order ${id}`}
        aside={<Pill look={lookOfCardOrderStatus(status)} value={status} />}
        actions={<Freshness at={asOf} />}
      />
      <Facts items={factsOf(order, timeZone)} />
      <DetailBody>
        <SetPin order={order} path={path} />
        <Section title="What Wise wants first">
          {requirements.length === 0 ? (
            <p className="text-ink-2">Wise wants nothing more.</p>
          ) : (
            <ul>
              {requirements.map((requirement) => (
                <li
                  key={requirement.type}
                  className="flex min-h-8 items-center justify-between gap-4 border-t border-line-soft first:border-t-0"
                >
                  {wordsOfRequirement(requirement.type)}
                  <StatusMark look={lookOfRequirementStatus(requirement.status)} value={requirement.status} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      </DetailBody>
    </>
  );
}

const factsOf = (order: CardOrder, timeZone: string): Fact[] => [
  { label: 'Order', value: <Copyable value={order.id} shown={order.id} what="order number" /> },
  { label: 'Profile', value: order.profileName },
  { label: 'Programme', value: <span className="code">{order.programme ?? '–'}</span> },
  {
    label: 'Delivery',
    value: order.deliveryOption === null ? 'Virtual card, none' : wordsOfDelivery(order.deliveryOption),
  },
  { label: 'Placed', value: <Time iso={order.creationTime} timeZone={timeZone} /> },
  { label: 'Last change', value: <Time iso={order.modificationTime} timeZone={timeZone} /> },
  {
    label: 'Card',
    value:
      order.cardToken === null ? (
        <span className="text-ink-3">not made yet</span>
      ) : (
        <Link href={`/cards/${order.profileId}/${order.cardToken}`}>Open the card</Link>
      ),
  },
];

function Time({ iso, timeZone }: { iso: string; timeZone: string }) {
  return <time dateTime={iso}>{formatDetailTime(iso, timeZone)}</time>;
}
