import { createSign, randomUUID } from 'node:crypto';

/** @typedef {{ id: string, body: string, signature: string }} Signed */

/** Deliveries as Wise sends them, each of another card. @param {number} count @param {string} privateKey @returns {Signed[]} */
export const signEvents = (count, privateKey) => Array.from({ length: count }, () => signEvent(privateKey));

/** @param {string} privateKey @returns {Signed} */
function signEvent(privateKey) {
  const body = JSON.stringify({
    data: {
      resource: {
        type: 'card',
        profile_id: 30000001,
        client_id: 'demo-client',
        card_token: randomUUID(),
        card_last_digits: '4417',
      },
      transaction_id: 1,
      transaction_type: 'POS_PURCHASE',
      transaction_step_type: 'AUTH',
      transaction_state: 'IN_PROGRESS',
      transaction_amount: { value: 12.5, currency: 'GBP' },
      occurred_at: new Date().toISOString(),
    },
    subscription_id: randomUUID(),
    event_type: 'cards#transaction-state-change',
    schema_version: '4.0.0',
    sent_at: new Date().toISOString(),
  });
  return {
    id: randomUUID(),
    body,
    signature: createSign('RSA-SHA256').update(body).sign(privateKey, 'base64'),
  };
}
