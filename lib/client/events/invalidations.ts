import type { ConsoleEvent } from '../../contracts/events.ts';
import { parseJson } from '../../format/json.ts';
import { activityKeys } from '../activities/keys.ts';
import { balanceKeys } from '../balances/keys.ts';
import { batchKeys } from '../batch-groups/keys.ts';
import { bulkKeys } from '../bulk/keys.ts';
import { cardOrderKeys } from '../card-orders/keys.ts';
import { cardKeys } from '../cards/keys.ts';
import { declineKeys } from '../declines/keys.ts';
import { legalHoldKeys } from '../legal-holds/keys.ts';
import { newCodeKeys } from '../new-codes/keys.ts';
import { retentionKeys } from '../retention/keys.ts';
import { transactionKeys } from '../transactions/keys.ts';
import { viewKeys } from '../views/keys.ts';

type Key = readonly string[];

/** Which of the page's data an event makes old. */
export function keysMadeOld(event: ConsoleEvent): readonly Key[] {
  switch (event.type) {
    case 'card.changed':
      return [cardKeys.card(event), cardKeys.lists, ['overview']];
    case 'hold.changed':
      return [cardKeys.card(event), cardKeys.lists, ['overview'], ['cases', 'one']];
    case 'card-transaction.changed':
      // Others of the profile may be its second try, its purchase or its refund.
      return [
        transactionKeys.ofCard(event),
        transactionKeys.ofProfile(event.profileId),
        transactionKeys.archive,
        transactionKeys.exports,
        transactionKeys.numbers,
        activityKeys.ofProfile(event.profileId),
      ];
    case 'bulk.changed':
      return [bulkKeys.lists, bulkKeys.one(event.bulkId)];
    case 'batch.changed':
      return [
        batchKeys.lists,
        batchKeys.one(event.batchGroupId),
        batchKeys.rows(event.batchGroupId),
        ['overview'],
      ];
    case 'views.changed':
      return [viewKeys.all];
    case 'cards.synced':
      return [cardKeys.lists, ['profiles'], ['overview'], ['connections']];
    case 'card-order.changed':
      return [cardOrderKeys.ofProfile(event.profileId), ['card-orders', 'found'], ['overview']];
    case 'production.changed':
      return [['kiosks'], ['card-orders', 'found'], cardKeys.card(event), ['overview']];
    case 'balances.changed':
      return [balanceKeys.ofProfile(event.profileId)];
    case 'branch.changed':
      return [['branches'], ['kiosks']];
    case 'webhooks.changed':
      return [['webhooks']];
    case 'connections.changed':
      // What a profile's pages show may be live again, or no longer.
      return [['connections'], ['profiles'], ['overview'], cardKeys.all, activityKeys.all];
    case 'approvals.changed':
      // Whether a group may be funded hangs on what was approved, on the rules, and on who may approve.
      return [
        ['approvals'],
        ['overview'],
        ['approval-rules'],
        ['desk-rules'],
        newCodeKeys.all,
        retentionKeys.all,
        legalHoldKeys.all,
        batchKeys.ones,
      ];
    case 'cases.changed':
      return [['cases'], ['overview']];
    case 'desk-rules.changed':
      return [['desk-rules']];
    case 'retention.changed':
      // A run takes closed cases with it, and what legal holds keep is counted from where it came to.
      return [retentionKeys.all, ['cases']];
    case 'new-codes.changed':
      return [newCodeKeys.all, declineKeys.reasons, ['cases'], ['overview']];
    case 'decline-reasons.changed':
      // Any list or page of payments may hold the code.
      return [declineKeys.reasons, transactionKeys.all, cardKeys.all, activityKeys.all];
    case 'approval-rules.changed':
      return [['approval-rules'], batchKeys.ones];
    case 'staff.changed':
      return [['staff'], ['approvals'], batchKeys.ones];
    case 'sessions.changed':
      return [['staff', 'list']];
    case 'hello':
    case 'session.ended':
      return [];
  }
}

/** Outside data: an event of a kind this page does not know is passed over. */
export function parseEvent(text: string): ConsoleEvent | undefined {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const has = (name: string): name is keyof typeof value => name in value;
  const word = (name: string): string => (has(name) ? String(value[name]) : '');
  switch (value.type) {
    case 'hello':
      return { type: 'hello', live: 'live' in value && value.live === true };
    case 'card.changed':
      return { type: 'card.changed', profileId: word('profileId'), cardToken: word('cardToken') };
    case 'approvals.changed':
      return { type: 'approvals.changed', approvalId: word('approvalId') };
    case 'bulk.changed':
      return { type: 'bulk.changed', bulkId: word('bulkId') };
    case 'batch.changed':
      return { type: 'batch.changed', batchGroupId: word('batchGroupId') };
    case 'views.changed':
      return { type: 'views.changed', team: word('team') };
    case 'card-transaction.changed':
      return {
        type: 'card-transaction.changed',
        profileId: word('profileId'),
        cardToken: word('cardToken'),
        transactionId: word('transactionId'),
      };
    case 'card-order.changed':
      return { type: 'card-order.changed', profileId: word('profileId'), orderId: word('orderId') };
    case 'production.changed':
      return { type: 'production.changed', profileId: word('profileId'), cardToken: word('cardToken') };
    case 'balances.changed':
      return { type: 'balances.changed', profileId: word('profileId') };
    case 'branch.changed':
      return { type: 'branch.changed', branchId: word('branchId') };
    case 'hold.changed':
      return {
        type: 'hold.changed',
        profileId: word('profileId'),
        cardToken: word('cardToken'),
        holdId: word('holdId'),
        wasOpen: 'wasOpen' in value && value.wasOpen === true,
      };
    case 'cards.synced':
    case 'connections.changed':
    case 'cases.changed':
    case 'desk-rules.changed':
    case 'retention.changed':
    case 'new-codes.changed':
    case 'decline-reasons.changed':
    case 'approval-rules.changed':
    case 'staff.changed':
    case 'sessions.changed':
    case 'session.ended':
    case 'webhooks.changed':
      return { type: value.type };
    default:
      return undefined;
  }
}
