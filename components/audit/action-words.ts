import { lookOfCardStatus } from '@/lib/catalogues/statuses';
import { textOfSpendingPermission } from '@/lib/catalogues/spending-permissions';

const words: Record<string, string> = {
  'session.sign-in': 'Sign in',
  'session.sign-out': 'Sign out',
  'session.set-password': 'Set own password',
  'session.confirm': 'Confirm own session',
  'sensitive-details.reveal': 'Reveal the card number',
  'pin.reveal': 'Reveal the PIN',
  'sensitive-details.note': 'Reveal: opened or copied',
  'card-orders.create': 'Order a card',
  'card-orders.cancel': 'Cancel a card order',
  'card-orders.renew': 'Order a card anew',
  'card-orders.export': 'Export card orders',
  'card-orders.preset-pin': 'Have the customer’s PIN set',
  'sca.trigger': 'Have a passcode sent',
  'sca.verify': 'Confirm at Wise',
  'sca.replay': 'Send what was confirmed',
  'production.send': 'Send a card to a kiosk',
  'print-jobs.export': 'Export print jobs',
  'production.take-card': 'Take a card of no branch',
  'cards.update-status': 'Change card status',
  'cards.bulk-status': 'Change many cards’ status',
  'cards.stop-bulk': 'Stop a change of many cards',
  'cards.resume-bulk': 'Let a change of many cards go on',
  'cards.hold': 'Hold a card',
  'cards.change-hold': 'Change a hold',
  'cards.lift-hold': 'Lift a hold',
  'cards.acknowledge-hold-alert': 'See to a held card’s alert',
  'cards.hand-over': 'Hand a card over',
  'plastic.record': 'Write down plastic',
  'plastic.sign': 'Sign a day of plastic',
  'access.denied': 'Try for what is another branch’s',
  'cards.export': 'Export cards',
  'transactions.export': 'Export transactions',
  'pin-count.reset': 'Clear wrong-PIN count',
  'spending-permissions.update': 'Change spending permissions',
  'staff.add': 'Add a person',
  'staff.update': 'Change a person',
  'staff.end-sessions': 'End sessions',
  'staff.issue-temporary-password': 'Give a temporary password',
  'batch-groups.create': 'Add a batch group',
  'batch-groups.rename': 'Rename a batch group',
  'batch-groups.discard': 'Throw a batch group away',
  'batch-groups.add-payment': 'Add a payment to a batch group',
  'batch-groups.find-payee': 'Look for a payee by account',
  'batch-groups.add-rows': 'Add rows to a batch group',
  'batch-groups.change-rows': 'Change rows of a batch group',
  'batch-groups.run': 'Send the rows of a batch group',
  'batch-groups.pause': 'Pause a batch group',
  'batch-groups.complete': 'Close a batch group',
  'batch-groups.fund': 'Fund a batch group',
  'direct-debit-accounts.add': 'Add an account for direct debits',
  'batch-groups.converted-unasked': 'Wise converted for a batch group, unasked',
  'batch-groups.request-approval': 'Ask for approval of a closed batch group',
  'batch-groups.request-conversion': 'Ask to let Wise convert for a batch group',
  'batch-groups.release-funding': 'Ask to release the funding of a batch group',
  'batch-groups.show-pay-in': 'Look at the pay-in details of a batch group',
  'batch-groups.send-returned-again': 'Send returned rows of a batch group again',
  'batch-groups.read-receipt': 'Read the receipt of a payment',
  'batch-groups.cancel': 'Cancel a batch group',
  'balances.top-up': 'Add simulated money to a balance',
  'approvals.request': 'Ask for a second person',
  'approvals.approve': 'Approve a request',
  'approvals.refuse': 'Refuse a request',
  'approvals.withdraw': 'Withdraw a request',
  'approvals.decide-item': 'Accept an item of a request',
  'approval-rules.update': 'Change the approval rules',
  'retention.change': 'Change how long things are kept',
  'retention.run': 'Delete what has passed its time',
  'views.save': 'Save a view',
  'views.change': 'Change a view',
  'views.delete': 'Delete a view',
  'views.take-over': 'Take over a view',
  'views.set-default': 'Choose what a list opens with',
  'webhooks.subscribe': 'Subscribe to an event of Wise’s',
  'webhooks.unsubscribe': 'Delete a webhook subscription',
  'webhooks.test': 'Have a test notification sent',
  'webhooks.look': 'Look for missed deliveries',
  'webhooks.replay': 'Take a delivery in again',
  'connections.connect': 'Connect a Wise user',
  'connections.authorize': 'Come back from Wise with access',
  'connections.test': 'Test a connection',
  'connections.try-payment': 'Try a payment that is never paid',
  'connections.disconnect': 'Disconnect a Wise user',
  'branches.add': 'Add a branch',
  'branches.update': 'Change a branch',
  'kiosks.add': 'Add a kiosk',
  'kiosks.update': 'Change a kiosk',
  'audit.export': 'Export the audit trail',
  'vault.rotate': 'Seal all secrets under a new key',
};

/** An action nobody has put into words yet shows as its own code. */
export const wordsOfAction = (action: string): string => words[action] ?? action;

const statusActions = new Set(['cards.update-status', 'cards.bulk-status', 'cards.hold', 'cards.lift-hold']);

const changesOfRules = new Set(['approval-rules.update', 'retention.change']);

/** What was asked for in a few words, from the row's codes; undefined where there is nothing short to say. */
export function detailOfAction(action: string, details: Record<string, unknown>): string | undefined {
  if (statusActions.has(action) && typeof details.to === 'string')
    return `to ${lookOfCardStatus(details.to).word}`;
  if (action === 'spending-permissions.update' && Array.isArray(details.changes))
    return details.changes.map(wordOfChange).filter(Boolean).join(', ') || undefined;
  if (action.startsWith('views.')) return wordsOfView(details);
  const asks = action.startsWith('staff.') || changesOfRules.has(action);
  if (asks && typeof details.approvalId === 'string') return 'asked for';
  if (action === 'session.sign-in' && typeof details.why === 'string') return whyRefused[details.why];
  return undefined;
}

function wordsOfView({ isShared, isTeamDefault }: Record<string, unknown>): string | undefined {
  if (isTeamDefault === true) return 'shared, as the team’s default';
  if (isShared === true) return 'shared';
  if (isShared === false) return 'not shared';
  return undefined;
}

const whyRefused: Record<string, string> = {
  password: 'wrong password',
  locked: 'account locked',
  disabled: 'person disabled',
};

function wordOfChange(change: unknown): string {
  if (typeof change !== 'object' || change === null) return '';
  if (!('type' in change) || typeof change.type !== 'string') return '';
  const isOn = 'isEnabled' in change && change.isEnabled === true;
  return `${textOfSpendingPermission(change.type).name} ${isOn ? 'on' : 'off'}`;
}
