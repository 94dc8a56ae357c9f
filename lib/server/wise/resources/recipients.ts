import 'server-only';
import type { z } from 'zod';
import {
  compatibilityReply,
  recipient,
  recipientListReply,
  recipientPageSize,
  requirementsReply,
  type Requirements,
} from '../../../contracts/wise/recipients.ts';
import type { WiseClient } from '../client.ts';
import { wisePath } from '../path.ts';
import { toWiseInt64 } from '../json.ts';
import { asUser, type CallOptions } from './options.ts';

export type WiseRecipient = z.output<typeof recipient>;
export type WiseConfirmations = NonNullable<z.output<typeof compatibilityReply>['confirmations']>;

export interface NewRecipient {
  currency: string;
  /** Of the account requirements, such as `iban`. */
  type: string;
  accountHolderName: string;
  /** Nested where Wise's key is dotted. */
  details: Record<string, unknown>;
}

export interface WiseRecipients {
  /** @param after the id to go on from; ids grow */
  listRecipients(
    options: CallOptions,
    profileId: string,
    after?: string,
  ): Promise<{ recipients: WiseRecipient[]; next: string | null }>;
  getRecipient(options: CallOptions, recipientId: string): Promise<WiseRecipient>;
  /** Has no key: one whose answer was lost is looked for before a second is made. */
  createRecipient(options: CallOptions, profileId: string, wanted: NewRecipient): Promise<WiseRecipient>;
  /** @param details what is filled in so far, where a field says that its change brings other fields */
  getRequirements(
    options: CallOptions,
    quoteId: string,
    partial?: { type: string; details: Record<string, unknown> },
  ): Promise<Requirements[]>;
  /** What Wise knows about the name behind the account. */
  checkName(options: CallOptions, recipientId: string, quoteId: string): Promise<WiseConfirmations | null>;
  /** A person took it on themselves that the name differs. */
  acceptName(options: CallOptions, recipientId: string, quoteId: string): Promise<void>;
}

// Wise: name and e-mail are among the fields only with it.
const withNames = { 'Accept-Minor-Version': '1' };

export const createRecipients = (client: WiseClient): WiseRecipients => ({
  async listRecipients(options, profileId, after) {
    const { content, seekPositionForNext } = await client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v2/accounts`,
      query: {
        profileId,
        active: 'true',
        size: recipientPageSize.max,
        sort: 'id,asc',
        seekPosition: after,
      },
      reply: recipientListReply,
    });
    const isLast = content.length < recipientPageSize.max || seekPositionForNext === '0';
    return { recipients: content, next: isLast ? null : seekPositionForNext };
  },

  getRecipient: (options, recipientId) =>
    client.call({
      ...asUser(options),
      method: 'GET',
      path: wisePath`/v2/accounts/${recipientId}`,
      reply: recipient,
    }),

  createRecipient: (options, profileId, wanted) =>
    client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v1/accounts`,
      body: { profile: toWiseInt64(profileId), ...wanted },
      reply: recipient,
    }),

  getRequirements: (options, quoteId, partial) =>
    client.call({
      ...asUser(options),
      method: partial ? 'POST' : 'GET',
      path: wisePath`/v1/quotes/${quoteId}/account-requirements`,
      headers: withNames,
      body: partial,
      safe: true,
      onlyReads: true,
      reply: requirementsReply,
    }),

  async checkName(options, recipientId, quoteId) {
    const { confirmations } = await client.call({
      ...asUser(options),
      method: 'POST',
      path: wisePath`/v2/accounts/${recipientId}/quotes/${quoteId}/compatibility`,
      safe: true,
      onlyReads: true,
      reply: compatibilityReply,
    });
    return confirmations;
  },

  async acceptName(options, recipientId, quoteId) {
    await client.call({
      ...asUser(options),
      method: 'PATCH',
      path: wisePath`/v2/accounts/${recipientId}/confirmations`,
      query: { quoteId },
      body: { acceptedOutcomes: true },
      // The same words again say the same.
      safe: true,
      reply: 'text',
    });
  },
});
