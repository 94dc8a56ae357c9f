import type { OrderDraft, OrderField, Programme } from '@/lib/client/card-orders/order-draft';
import type { CardAvailability } from '@/lib/contracts/card-order-writes';

/** What every part of the form works with. */
export interface OrderFieldsProps {
  draft: OrderDraft;
  faults: Partial<Record<OrderField, string>>;
  onChange: (change: Partial<OrderDraft>) => void;
}
export interface OfferedProps extends OrderFieldsProps {
  offered: CardAvailability;
}
export interface OfProgramme {
  programme: Programme;
}
