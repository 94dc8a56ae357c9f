/**
 * Every operation of Wise's the emulator answers, in Wise's own notation. `inQuarter` says that it is served under a
 * calendar prefix as well (`/2026Q3/…`, the `/v…` segment gone), or there alone.
 */
export const coverage = [
  // The authorization page is a page of Wise's web host, not of its API.
  { id: 'GET /oauth/authorize', inQuarter: false },
  { id: 'POST /oauth/authorize', inQuarter: false },
  { id: 'GET /approve-api-action/', inQuarter: false },
  { id: 'POST /approve-api-action/', inQuarter: false },
  { id: 'POST /oauth/token', inQuarter: true },
  { id: 'POST /v1/user/signup/registration_code', inQuarter: true },
  { id: 'GET /v1/me', inQuarter: true },
  { id: 'GET /v2/profiles', inQuarter: true },
  { id: 'GET /v2/profiles/{profileId}', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/cards', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/cards/{cardToken}', inQuarter: true },
  { id: 'PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/status', inQuarter: true },
  { id: 'POST /v3/spend/profiles/{profileId}/cards/{cardToken}/reset-pin-count', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/cards/{cardToken}/production', inQuarter: true },
  { id: 'PUT /v3/spend/profiles/{profileId}/cards/{cardToken}/production', inQuarter: true },
  {
    id: 'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/production',
    inQuarter: true,
  },
  // Emulator choice: 2026Q3 documents no way to read the permissions although it tells to update those that were read.
  { id: 'GET /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions', inQuarter: true },
  // Wise: the single update is deprecated and gone from 2026Q3.
  { id: 'PATCH /v3/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions', inQuarter: false },
  { id: 'PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spending-permissions', inQuarter: true },
  { id: 'GET /v4/spend/profiles/{profileId}/cards/{cardToken}/transactions', inQuarter: true },
  { id: 'GET /v4/spend/profiles/{profileId}/cards/transactions/{transactionId}', inQuarter: true },
  // Wise: deprecated and gone from 2026Q3.
  { id: 'GET /v3/spend/profiles/{profileId}/cards/transactions/{transactionId}', inQuarter: false },
  {
    id: 'POST /v2/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/authorisation',
    inQuarter: true,
  },
  {
    id: 'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/clearing',
    inQuarter: true,
  },
  {
    id: 'POST /v1/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions/reversal',
    inQuarter: true,
  },
  {
    id: 'GET /v2/simulation/spend/profiles/{profileId}/cards/{cardToken}/transactions',
    inQuarter: true,
  },
  { id: 'GET /v1/profiles/{profileId}/activities', inQuarter: true },
  { id: 'GET /v4/profiles/{profileId}/balances', inQuarter: true },
  { id: 'GET /v4/profiles/{profileId}/balances/{balanceId}', inQuarter: true },
  { id: 'POST /v1/simulation/balance/topup', inQuarter: true },
  { id: 'POST /v1/transfers', inQuarter: true },
  { id: 'GET /v1/transfers', inQuarter: true },
  { id: 'GET /v1/transfers/{transferId}', inQuarter: true },
  { id: 'PUT /v1/transfers/{transferId}/cancel', inQuarter: true },
  { id: 'POST /v3/profiles/{profileId}/transfers/{transferId}/payments', inQuarter: true },
  { id: 'GET /v1/transfers/{transferId}/payments', inQuarter: true },
  { id: 'GET /v1/transfers/{transferId}/receipt.pdf', inQuarter: true },
  { id: 'GET /v2/transfers/{transferId}/invoices/bankingpartner', inQuarter: true },
  { id: 'GET /v1/delivery-estimates/{transferId}', inQuarter: true },
  { id: 'GET /v1/simulation/transfers/{transferId}/{status}', inQuarter: true },
  // Wise: new in 2026Q3.
  { id: 'POST /simulation/transfers/{transferId}/payout-failure', inQuarter: 'only' },
  { id: 'POST /v3/profiles/{profileId}/batch-groups', inQuarter: true },
  { id: 'GET /v3/profiles/{profileId}/batch-groups/{batchGroupId}', inQuarter: true },
  { id: 'PATCH /v3/profiles/{profileId}/batch-groups/{batchGroupId}', inQuarter: true },
  { id: 'POST /v3/profiles/{profileId}/batch-groups/{batchGroupId}/transfers', inQuarter: true },
  { id: 'POST /v3/profiles/{profileId}/batch-payments/{batchGroupId}/payments', inQuarter: true },
  { id: 'POST /v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations', inQuarter: true },
  {
    id: 'GET /v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations/{paymentInitiationId}',
    inQuarter: true,
  },
  { id: 'GET /v1/profiles/{profileId}/direct-debit-accounts', inQuarter: true },
  { id: 'POST /v1/profiles/{profileId}/direct-debit-accounts', inQuarter: true },
  { id: 'GET /v4/spend/profiles/{profileId}/spend-limits', inQuarter: true },
  { id: 'PATCH /v4/spend/profiles/{profileId}/spend-limits', inQuarter: true },
  { id: 'GET /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits', inQuarter: true },
  { id: 'PATCH /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits', inQuarter: true },
  {
    id: 'DELETE /v4/spend/profiles/{profileId}/cards/{cardToken}/spend-limits/{granularity}',
    inQuarter: true,
  },
  { id: 'GET /v3/spend/profiles/{profileId}/card-orders', inQuarter: true },
  { id: 'POST /v3/spend/profiles/{profileId}/card-orders', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/card-orders/availability', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}', inQuarter: true },
  { id: 'GET /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}/requirements', inQuarter: true },
  { id: 'PUT /v3/spend/profiles/{profileId}/card-orders/{cardOrderId}/status', inQuarter: true },
  { id: 'POST /v3/spend/address/validate', inQuarter: true },
  { id: 'GET /v1/currencies', inQuarter: true },
  { id: 'GET /v1/rates', inQuarter: true },
  { id: 'POST /v3/quotes', inQuarter: true },
  { id: 'POST /v3/profiles/{profileId}/quotes', inQuarter: true },
  { id: 'GET /v3/profiles/{profileId}/quotes/{quoteId}', inQuarter: true },
  { id: 'PATCH /v3/profiles/{profileId}/quotes/{quoteId}', inQuarter: true },
  { id: 'POST /v1/accounts', inQuarter: true },
  { id: 'GET /v2/accounts', inQuarter: true },
  { id: 'GET /v2/accounts/{accountId}', inQuarter: true },
  { id: 'DELETE /v2/accounts/{accountId}', inQuarter: true },
  // Wise: deprecated and gone from 2026Q3.
  { id: 'GET /v1/accounts', inQuarter: false },
  { id: 'GET /v1/accounts/{accountId}', inQuarter: false },
  { id: 'POST /v1/accounts/{accountId}/quotes/{quoteId}/compatibility', inQuarter: false },
  { id: 'POST /v2/accounts/{accountId}/quotes/{quoteId}/compatibility', inQuarter: true },
  { id: 'PATCH /v2/accounts/{accountId}/confirmations', inQuarter: true },
  { id: 'GET /v1/quotes/{quoteId}/account-requirements', inQuarter: true },
  { id: 'POST /v1/quotes/{quoteId}/account-requirements', inQuarter: true },
  { id: 'POST /v1/transfer-requirements', inQuarter: true },
  // Wise: the twcard host knows no calendar prefix.
  { id: 'GET /twcard-data/v1/clientSideEncryption/fetchEncryptingKey', inQuarter: false },
  { id: 'POST /twcard-data/v1/sensitive-card-data/details', inQuarter: false },
  { id: 'POST /twcard-data/v1/sensitive-card-data/pin', inQuarter: false },
  { id: 'POST /twcard-data/v1/sensitive-card-data/preset-pin', inQuarter: false },
  { id: 'GET /v1/one-time-token/status', inQuarter: true },
  // Wise: deprecated and gone from 2026Q3.
  { id: 'GET /v1/identity/one-time-token/status', inQuarter: false },
  { id: 'POST /v1/one-time-token/sms/trigger', inQuarter: true },
  { id: 'POST /v1/one-time-token/sms/verify', inQuarter: true },
  { id: 'POST /v1/one-time-token/whatsapp/trigger', inQuarter: true },
  { id: 'POST /v1/one-time-token/whatsapp/verify', inQuarter: true },
  { id: 'POST /v1/one-time-token/voice/trigger', inQuarter: true },
  { id: 'POST /v1/one-time-token/voice/verify', inQuarter: true },
  { id: 'POST /v2/profiles/{profileId}/sca-sessions/authorise', inQuarter: true },
  { id: 'POST /v2/profiles/{profileId}/pin', inQuarter: true },
  { id: 'DELETE /v2/profiles/{profileId}/pin', inQuarter: true },
  { id: 'POST /v2/profiles/{profileId}/pin/verify', inQuarter: true },
  { id: 'POST /v2/profiles/{profileId}/device-fingerprints', inQuarter: true },
  { id: 'DELETE /v2/profiles/{profileId}/device-fingerprints/{deviceFingerprintId}', inQuarter: true },
  { id: 'POST /v2/profiles/{profileId}/device-fingerprints/verify', inQuarter: true },
  { id: 'POST /v1/application/users/{userId}/phone-numbers', inQuarter: true },
  { id: 'DELETE /v1/application/users/{userId}/phone-numbers/{phoneNumberId}', inQuarter: true },
  { id: 'GET /v1/auth/jose/response/public-keys', inQuarter: true },
  { id: 'POST /v3/applications/{clientKey}/subscriptions', inQuarter: true },
  { id: 'GET /v3/applications/{clientKey}/subscriptions', inQuarter: true },
  { id: 'GET /v3/applications/{clientKey}/subscriptions/{subscriptionId}', inQuarter: true },
  { id: 'DELETE /v3/applications/{clientKey}/subscriptions/{subscriptionId}', inQuarter: true },
  {
    id: 'POST /v3/applications/{clientKey}/subscriptions/{subscriptionId}/test-notifications',
    inQuarter: true,
  },
  { id: 'POST /v3/profiles/{profileId}/subscriptions', inQuarter: true },
  { id: 'GET /v3/profiles/{profileId}/subscriptions', inQuarter: true },
  { id: 'GET /v3/profiles/{profileId}/subscriptions/{subscriptionId}', inQuarter: true },
  { id: 'DELETE /v3/profiles/{profileId}/subscriptions/{subscriptionId}', inQuarter: true },
] as const;

export type OperationId = (typeof coverage)[number]['id'];

/**
 * Wise: personal tokens reach activities, balances, batch groups, quotes, recipients and transfers, and what tells whose they
 * are; never cards, and none of what only a user token may do. Where the guide and the reference differ it is the guide.
 */
const forPersonalTokens: readonly OperationId[] = [
  'GET /v1/me',
  'GET /v2/profiles',
  'GET /v2/profiles/{profileId}',
  'GET /v1/profiles/{profileId}/activities',
  'GET /v4/profiles/{profileId}/balances',
  'GET /v4/profiles/{profileId}/balances/{balanceId}',
  'POST /v1/transfers',
  'GET /v1/transfers',
  'GET /v1/transfers/{transferId}',
  'PUT /v1/transfers/{transferId}/cancel',
  'POST /v3/profiles/{profileId}/transfers/{transferId}/payments',
  'GET /v1/transfers/{transferId}/payments',
  'GET /v1/transfers/{transferId}/receipt.pdf',
  'GET /v2/transfers/{transferId}/invoices/bankingpartner',
  'POST /v3/profiles/{profileId}/batch-groups',
  'GET /v3/profiles/{profileId}/batch-groups/{batchGroupId}',
  'PATCH /v3/profiles/{profileId}/batch-groups/{batchGroupId}',
  'POST /v3/profiles/{profileId}/batch-groups/{batchGroupId}/transfers',
  'POST /v3/profiles/{profileId}/batch-payments/{batchGroupId}/payments',
  'GET /v1/profiles/{profileId}/batch-groups/{batchGroupId}/payment-initiations/{paymentInitiationId}',
  'GET /v1/currencies',
  'GET /v1/rates',
  'POST /v3/profiles/{profileId}/quotes',
  'GET /v3/profiles/{profileId}/quotes/{quoteId}',
  'PATCH /v3/profiles/{profileId}/quotes/{quoteId}',
  'POST /v1/accounts',
  'GET /v2/accounts',
  'GET /v2/accounts/{accountId}',
  'DELETE /v2/accounts/{accountId}',
  'GET /v1/accounts',
  'GET /v1/accounts/{accountId}',
  'POST /v1/accounts/{accountId}/quotes/{quoteId}/compatibility',
  'POST /v2/accounts/{accountId}/quotes/{quoteId}/compatibility',
  'PATCH /v2/accounts/{accountId}/confirmations',
  'GET /v1/quotes/{quoteId}/account-requirements',
  'POST /v1/quotes/{quoteId}/account-requirements',
  'POST /v1/transfer-requirements',
];
export const takesPersonalToken = (id: OperationId): boolean => forPersonalTokens.includes(id);

const quarterPrefix = '/:quarter{20[0-9][0-9]Q[1-4]}';

/** The router's paths of an operation: the legacy one and, where Wise serves it so, the one under a calendar prefix. */
export function routesOf(operation: (typeof coverage)[number]): { method: string; paths: string[] } {
  const [method = '', documented = ''] = operation.id.split(' ');
  const path = documented.replace(/\{(\w+)\}/g, ':$1');
  const quarterPath = `${quarterPrefix}${path.replace(/^\/v\d+\//, '/')}`;
  // Wise: the page is linked to with a slash at its end.
  if (documented === '/oauth/authorize') return { method, paths: [path, `${path}/`] };
  if (operation.inQuarter === 'only') return { method, paths: [quarterPath] };
  return { method, paths: operation.inQuarter ? [path, quarterPath] : [path] };
}
