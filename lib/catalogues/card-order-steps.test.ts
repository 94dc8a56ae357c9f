import { expect, test } from 'vitest';
import { cancelling } from './card-orders.ts';
import { endOfOrder, stepsOfOrder } from './card-order-steps.ts';
import { cardOrderStatuses, valuesIn } from './statuses.ts';

test('every status of an order is on one of the ways, or ends it', () => {
  const onWay = ['KIOSK_COLLECTION', 'POSTAL_SERVICE_STANDARD', null].flatMap((delivery) =>
    stepsOfOrder(delivery).map(({ status }) => status),
  );
  for (const status of valuesIn(cardOrderStatuses))
    expect(onWay.includes(status), status).toBe(endOfOrder(status) === undefined);
  expect(stepsOfOrder(null).map(({ status }) => status)).not.toContain('PRODUCED');
});

test('an order is cancelled until the card is used; from the second step on its card goes with it', () => {
  expect(valuesIn(cardOrderStatuses).map((status) => [status, cancelling(status)?.blocksCard])).toEqual([
    ['PLACED', false],
    ['REQUIREMENTS_FULFILLED', true],
    ['CARD_DETAILS_CREATED', true],
    ['PRODUCED', true],
    ['COMPLETED', undefined],
    ['CANCELLED', undefined],
    ['RETURNED', undefined],
  ]);
});
