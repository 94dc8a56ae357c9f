import { wordsOfDelivery } from '@/lib/catalogues/card-orders';
import { lookOfCardOrderStatus } from '@/lib/catalogues/statuses';
import type { OrderFilterName } from '@/lib/client/card-orders/list-state';
import type { CardOrderNeed } from '@/lib/contracts/card-order-list';
import { formatCardType, formatProgramme, formatScheme } from '@/lib/format/card-numbers';

export const fieldWords: Record<OrderFilterName, string> = {
  status: 'Status',
  delivery: 'Delivery',
  branchId: 'Branch',
  profileId: 'Profile',
  programme: 'Programme',
  scheme: 'Scheme',
  type: 'Kind',
};

const needs: Record<CardOrderNeed, string> = {
  'day-60': 'Over 60 days: order anew',
  'day-45': 'Over 45 days: print soon',
  waiting: 'Wise waits for something',
  returned: 'Came back',
};
export const needValues = ['day-60', 'day-45', 'waiting', 'returned'] as const;
export const wordsOfNeed = (need: CardOrderNeed): string => needs[need];

/** Profiles and branches have names of their own. */
export function valueWords(name: OrderFilterName, value: string): string {
  switch (name) {
    case 'status':
      return lookOfCardOrderStatus(value).word;
    case 'delivery':
      return value === 'none' ? 'Virtual card' : wordsOfDelivery(value);
    case 'branchId':
      return value === 'none' ? 'No branch' : value;
    case 'programme':
      return formatProgramme(value);
    case 'scheme':
      return formatScheme(value);
    case 'type':
      return formatCardType(value);
    case 'profileId':
      return value;
  }
}
