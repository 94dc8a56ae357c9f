import { printInstant } from '../core/clock.ts';
import type { CardOrderRecord, ProfileRecord } from '../entities.ts';
import { dayInMs } from './build.ts';

type NewCardOrder = Pick<
  CardOrderRecord,
  | 'address'
  | 'cardHolderName'
  | 'cardProgram'
  | 'clientId'
  | 'deliveryOption'
  | 'id'
  | 'phoneNumber'
  | 'profileId'
> &
  Partial<Pick<CardOrderRecord, 'embossedName' | 'idempotenceUuid' | 'lifetimeLimit' | 'requirements'>> & {
    atMs: number;
  };

export const addressOf = ({ address }: ProfileRecord): CardOrderRecord['address'] => ({
  firstLine: address.addressFirstLine,
  secondLine: null,
  thirdLine: null,
  city: address.city,
  postCode: address.postCode,
  state: address.stateCode,
  country: address.countryIso2Code,
});

/** Wise: a virtual card needs no delivery. Emulator choice: any other is expected in a week. */
export function newCardOrder({ atMs, ...order }: NewCardOrder): CardOrderRecord {
  const at = printInstant(atMs, order.id % 999_999);
  return {
    status: 'PLACED',
    cardToken: null,
    embossedName: null,
    lifetimeLimit: null,
    idempotenceUuid: null,
    isBeingCancelled: false,
    deliveryEstimate: printInstant(order.deliveryOption === null ? atMs : atMs + 7 * dayInMs, 0),
    requirements: [
      { type: 'PIN', status: 'NOT_INITIATED' },
      { type: 'VERIFICATION', status: 'PENDING' },
      { type: 'ADDRESS', status: 'COMPLETED' },
    ],
    pinDigest: null,
    nextStepAtMs: null,
    creationTime: at,
    modificationTime: at,
    ...order,
  };
}
