'use client';
import { Package } from 'lucide-react';
import Link from 'next/link';
import { CardNumber } from '@/components/cards/card-number';
import { ProductionLine } from '@/components/kiosks/production-line';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { DetailStates } from '@/components/feedback/detail-states';
import { Freshness } from '@/components/feedback/freshness';
import { Copyable } from '@/components/ui/copyable';
import { type Fact, Facts } from '@/components/ui/facts';
import { DetailBody, PageHeader, Section } from '@/components/ui/page';
import { Pill, StatusMark } from '@/components/ui/status';
import { wordsOfDelivery, wordsOfRequirement } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus, lookOfProduction, lookOfRequirementStatus } from '@/lib/catalogues/statuses';
import { useCardOrder } from '@/lib/client/card-orders/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardOrder, CardOrderPath } from '@/lib/contracts/card-orders';
import { formatDetailTime } from '@/lib/format/times';
import { OrderActs } from './order/order-acts';
import { OrderNotices } from './order/order-notices';
import { OrderWay } from './order/order-way';
import { postFacts } from './order/post-facts';
import { SetPin } from './set-pin';

const toList = { label: 'Card orders', href: '/card-orders' as const };

export function CardOrderPage({ path }: { path: CardOrderPath }) {
  const { data, error, refetch, isFetching } = useCardOrder(path);
  if (data) return <Order order={data} path={path} />;
  const crumbs = [toList, { label: path.orderId }];
  return (
    <DetailStates
      crumbs={crumbs}
      noun="order"
      title="Card order"
      error={error}
      onRetry={() => void refetch()}
      busy={isFetching}
      missing={{
        icon: <Package />,
        title: 'No card order here',
        advice: 'Check the number, or choose the profile in the list of card orders.',
      }}
    />
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
      <ProfileConnectionNotice profileIds={[profileId]} asOf={asOf} className="px-(--gutter) py-2" />
      <div className="px-(--gutter) pb-3 empty:hidden">
        <OrderNotices order={order} />
      </div>
      <DetailBody>
        <OrderWay order={order} />
        <OrderActs order={order} path={path} />
        <SetPin order={order} path={path} />
        {order.cardToken !== null && order.deliveryOption === 'KIOSK_COLLECTION' && (
          <ProductionLine
            path={{ profileId, cardToken: order.cardToken }}
            cardHolderName={order.cardHolderName}
          />
        )}
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
  ...postFacts(order, timeZone),
  ...(order.branch === null ? [] : [{ label: 'Branch', value: order.branch.name }]),
  ...(order.orderedBy === null ? [] : [{ label: 'Ordered here by', value: order.orderedBy }]),
  ...(order.replacesOrderId === null
    ? []
    : [
        {
          label: 'In place of',
          value: (
            <Link prefetch={false} href={`/card-orders/${order.profileId}/${order.replacesOrderId}`}>
              Order {order.replacesOrderId}
            </Link>
          ),
        },
      ]),
  ...(order.productionStatus === null
    ? []
    : [
        {
          label: 'Production',
          value: (
            <StatusMark look={lookOfProduction(order.productionStatus)} value={order.productionStatus} />
          ),
        },
      ]),
  { label: 'Placed', value: <Time iso={order.creationTime} timeZone={timeZone} /> },
  { label: 'Last change', value: <Time iso={order.modificationTime} timeZone={timeZone} /> },
  {
    label: 'Card',
    value:
      order.cardToken === null ? (
        <span className="text-ink-3">not made yet</span>
      ) : (
        <Link prefetch={false} href={`/cards/${order.profileId}/${order.cardToken}`}>
          {order.lastFourDigits === null ? (
            'Open the card'
          ) : (
            <CardNumber lastFourDigits={order.lastFourDigits} />
          )}
        </Link>
      ),
  },
];

function Time({ iso, timeZone }: { iso: string; timeZone: string }) {
  return <time dateTime={iso}>{formatDetailTime(iso, timeZone)}</time>;
}
