import 'server-only';
import type { z } from 'zod';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { paymentFormQuery } from '../../../../contracts/batch-payments.schema.ts';
import type { PaymentForm } from '../../../../contracts/batch-payments.ts';
import type { Requirements } from '../../../../contracts/wise/recipients.ts';
import type { Runtime } from '../../../runtime.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { accountFields, readChosen } from './form-fields.ts';

/** The currencies there are, and of the chosen one the kinds of account with what Wise asks for. */
export async function readPaymentForm(
  { store, wiseFacts }: Runtime,
  path: BatchGroupPath,
  { target, type, chosen }: z.output<typeof paymentFormQuery>,
): Promise<PaymentForm> {
  const { profileId, sourceCurrency } = await findGroupOrThrow(store.db, path);
  const options = {
    userId: await findProfileUserOrThrow(store.db, profileId),
    priority: 'interactive',
  } as const;
  const currencies = [...(await wiseFacts.currencies(options)).keys()].sort();
  if (target === undefined) return { currencies, kinds: null };
  const route = { profileId, source: sourceCurrency };
  const asked = await wiseFacts.requirementsOf(options, { ...route, target });
  if (asked === 'unsupported') return { currencies, kinds: [] };
  const filled = readChosen(chosen);
  const refreshed =
    type !== undefined && Object.keys(filled).length > 0
      ? await wiseFacts.refreshedFor(options, route, { currency: target, type, filled })
      : undefined;
  const shown = asked.requirements.map((one) => (one.type === refreshed?.type ? refreshed : one));
  return { currencies, kinds: shown.map(toKind) };
}

const toKind = (asked: Requirements) => ({
  type: asked.type,
  title: asked.title ?? asked.type,
  fields: accountFields(asked),
});
