import { Hono } from 'hono';
import { registerControl } from './control/control.ts';
import type { Emulator } from './emulator.ts';
import { scaGate } from './sca/gate.ts';
import { registerActivities } from './wise/activities.ts';
import { registerApprovePage } from './wise/approve-page.ts';
import { registerAuthorize } from './wise/authorize.ts';
import { registerBalances } from './wise/balances.ts';
import { registerBatchGroups } from './wise/batch-groups.ts';
import { registerBatchPayments } from './wise/batch-payments.ts';
import { registerCardOrders } from './wise/card-orders.ts';
import { registerCardProduction } from './wise/card-production.ts';
import { registerCardSimulation } from './wise/card-simulation.ts';
import { registerCardTransactions } from './wise/card-transactions.ts';
import { registerCards } from './wise/cards.ts';
import { registerAccountRequirements } from './wise/account-requirements.ts';
import type { EmulatorEnv } from './wise/context.ts';
import { registerRecipientConfirmations } from './wise/recipient-confirmations.ts';
import { registerRecipients } from './wise/recipients.ts';
import { registerTransferRequirements } from './wise/transfer-requirements.ts';
import { registerDirectDebits } from './wise/direct-debits.ts';
import { registerCurrencies } from './wise/currencies.ts';
import { registerRates } from './wise/rates.ts';
import { answerRefusal, exchange } from './wise/exchange.ts';
import { registerJoseKeys } from './wise/jose-keys.ts';
import { registerOauth } from './wise/oauth.ts';
import { registerOneTimeToken } from './wise/one-time-token.ts';
import { registerPhoneNumbers } from './wise/phone-numbers.ts';
import { registerPresetPin } from './wise/preset-pin.ts';
import { registerProfiles } from './wise/profiles.ts';
import { registerQuotes } from './wise/quotes.ts';
import { Refusal } from './wise/refusal.ts';
import { WiseRouter } from './wise/router.ts';
import { registerScaDeviceFingerprints } from './wise/sca-device-fingerprints.ts';
import { registerScaPin } from './wise/sca-pin.ts';
import { registerSensitiveDetails } from './wise/sensitive-details.ts';
import { registerSpendLimits } from './wise/spend-limits.ts';
import { registerSpendingPermissions } from './wise/spending-permissions.ts';
import { registerTransferDocuments } from './wise/transfer-documents.ts';
import { registerTransferPayments } from './wise/transfer-payments.ts';
import { registerTransferSimulation } from './wise/transfer-simulation.ts';
import { registerTransfers } from './wise/transfers.ts';
import { registerUsers } from './wise/users.ts';
import { registerWebhookSubscriptions } from './wise/webhook-subscriptions.ts';

export interface EmulatorApp {
  app: Hono<EmulatorEnv>;
  /** The operations that have a handler; a test holds them equal to the coverage list. */
  registered: readonly string[];
}

/** @param onUnexpected told of errors that are the emulator's own fault */
export function createApp(
  emulator: Emulator,
  onUnexpected: (error: unknown) => void = () => {},
): EmulatorApp {
  const app = new Hono<EmulatorEnv>();
  app.onError((error, c) => {
    if (error instanceof Refusal) return answerRefusal(c, error);
    onUnexpected(error);
    return c.json({ status: 500, error: 'Internal Server Error', message: 'The emulator itself broke' }, 500);
  });
  app.notFound((c) =>
    c.json(
      {
        status: 501,
        error: 'Not Implemented',
        message: `The emulator does not answer ${c.req.method} ${c.req.path}`,
      },
      501,
    ),
  );

  registerControl(app, emulator);
  app.use('*', exchange(emulator));
  app.use('*', scaGate(emulator));
  const router = new WiseRouter(app, emulator);
  registerOauth(router, emulator);
  registerApprovePage(router, emulator);
  registerAuthorize(router, emulator);
  registerUsers(router, emulator);
  registerProfiles(router, emulator);
  registerCards(router, emulator);
  registerCardProduction(router, emulator);
  registerCardOrders(router, emulator);
  registerSpendingPermissions(router, emulator);
  registerCardTransactions(router, emulator);
  registerCardSimulation(router, emulator);
  registerActivities(router, emulator);
  registerBalances(router, emulator);
  registerTransfers(router, emulator);
  registerTransferPayments(router, emulator);
  registerTransferDocuments(router, emulator);
  registerTransferSimulation(router, emulator);
  registerBatchGroups(router, emulator);
  registerBatchPayments(router, emulator);
  registerDirectDebits(router, emulator);
  registerCurrencies(router);
  registerRates(router, emulator);
  registerQuotes(router, emulator);
  registerRecipients(router, emulator);
  registerRecipientConfirmations(router, emulator);
  registerAccountRequirements(router, emulator);
  registerTransferRequirements(router, emulator);
  registerSpendLimits(router, emulator);
  registerSensitiveDetails(router, emulator);
  registerPresetPin(router, emulator);
  registerOneTimeToken(router, emulator);
  registerScaPin(router, emulator);
  registerScaDeviceFingerprints(router, emulator);
  registerPhoneNumbers(router, emulator);
  registerJoseKeys(router, emulator);
  registerWebhookSubscriptions(router, emulator);
  return { app, registered: router.registered };
}
