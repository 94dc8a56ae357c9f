import type { ReactNode } from 'react';
import type { OverviewItem } from '@/lib/contracts/overview';
import { countOf } from '@/lib/format/counts';
import type { Words } from './words';

type Orders = Extract<OverviewItem, { kind: 'card-orders' }>;

const wordsOfNeed: Record<
  Orders['need'],
  (orders: number) => Pick<Words, 'mark' | 'tone' | 'title' | 'text'>
> = {
  'day-60': (orders) => ({
    mark: 'needs-a-hand',
    tone: 'bad',
    title: `${countOf(orders, 'card')} too old to be printed`,
    text: 'Older than 60 days, Wise refuses them. Each has to be ordered anew.',
  }),
  'day-45': (orders) => ({
    mark: 'waits',
    tone: 'warn',
    title: `${countOf(orders, 'card')} to be printed soon`,
    text: 'Older than 45 days. From 60 days on Wise refuses to print them.',
  }),
  waiting: (orders) => ({
    mark: 'waits',
    tone: 'warn',
    title: `${countOf(orders, 'card order')} with something still to be done`,
    text: 'Wise makes no card before the order has what it wants.',
  }),
  returned: (orders) => ({
    mark: 'came-back',
    tone: 'bad',
    title: `${countOf(orders, 'card')} came back`,
    text: 'Not delivered, and blocked. Their holders need a new card.',
  }),
};

export function wordsOfOrders({ need, orders }: Orders, at: ReactNode): Words {
  const { text, ...words } = wordsOfNeed[need](orders);
  return {
    ...words,
    text: (
      <>
        {text} Latest change {at}.
      </>
    ),
    href: '/card-orders',
    query: { needs: need },
    act: orders === 1 ? 'See the order' : `See all ${orders}`,
  };
}
