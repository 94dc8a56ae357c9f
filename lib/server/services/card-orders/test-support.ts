import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';

/** An order as Wise tells of it. */
export const wiseOrder = (id: string, more: Partial<WiseCardOrder> = {}): WiseCardOrder => ({
  id,
  profileId: '1',
  status: 'PLACED',
  cardToken: null,
  cardHolderName: 'Chloé Marchetti',
  phoneNumber: null,
  address: null,
  cardProgram: { name: 'P', scheme: 'VISA', cardType: 'PHYSICAL' },
  deliveryDetails: {
    deliveryOption: 'KIOSK_COLLECTION',
    deliveryVendor: null,
    trackingUrl: null,
    trackingNumber: null,
  },
  deliveryEstimate: null,
  creationTime: '2026-01-01T00:00:00Z',
  modificationTime: '2026-01-01T00:00:00.5Z',
  ...more,
});
