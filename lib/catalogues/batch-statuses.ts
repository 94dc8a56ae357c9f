import { lookIn, type StatusLook, valuesIn } from './statuses.ts';

/** What a group is at, in the console's own words; Wise's status stands beside it. */
const batchGroupStatuses = {
  OPEN: { word: 'Open', tone: 'quiet', mark: 'not-begun' },
  WAITING_FOR_APPROVAL: { word: 'Waiting for approval', tone: 'warn', mark: 'waits' },
  RUNNING: { word: 'Running', tone: 'busy', mark: 'moving' },
  PAUSED: { word: 'Paused', tone: 'busy', mark: 'paused' },
  ROWS_TO_MEND: { word: 'Rows to mend', tone: 'warn', mark: 'needs-a-hand' },
  ROWS_TO_SEND: { word: 'Rows to send', tone: 'busy', mark: 'waits' },
  NOTHING_IN_IT: { word: 'Nothing in it', tone: 'quiet', mark: 'not-begun' },
  READY_TO_CLOSE: { word: 'Ready to close', tone: 'busy', mark: 'waits' },
  CLOSED: { word: 'Closed, ready to fund', tone: 'busy', mark: 'waits' },
  CONFIRMING: { word: 'Sent, being confirmed', tone: 'busy', mark: 'moving' },
  FUNDING_UNKNOWN: { word: 'Funding unknown', tone: 'warn', mark: 'unknown' },
  FUNDED: { word: 'Funded', tone: 'good', mark: 'works' },
  CHARGED_BACK: { word: 'Charged back', tone: 'bad', mark: 'came-back' },
  CANCELLING: { word: 'Cancelling', tone: 'warn', mark: 'moving' },
  CANCELLED: { word: 'Cancelled', tone: 'quiet', mark: 'over' },
  DISCARDED: { word: 'Thrown away', tone: 'quiet', mark: 'over' },
  OTHER: { word: 'Known to Wise only', tone: 'quiet', mark: 'unknown' },
} as const satisfies Record<string, StatusLook>;

export type BatchGroupStatus = keyof typeof batchGroupStatuses;
export const batchGroupStatusValues = valuesIn(batchGroupStatuses);

/** No run is under way, and it is not closed: what could be sent is sent. */
export const settledBatchStatuses: readonly BatchGroupStatus[] = [
  'ROWS_TO_MEND',
  'ROWS_TO_SEND',
  'NOTHING_IN_IT',
  'READY_TO_CLOSE',
];

export const lookOfBatchGroupStatus = (value: BatchGroupStatus): StatusLook =>
  lookIn(batchGroupStatuses, value);

/** Why a group waits for a person, what is most pressing first. */
export const batchGroupWaits = [
  'funding-unknown',
  'transfers-ending',
  'ready-to-fund',
  'rows-to-mend',
] as const;
export type BatchGroupWait = (typeof batchGroupWaits)[number];

const batchRowStates = {
  'held-back': { word: 'Held back', tone: 'warn', mark: 'needs-a-hand' },
  waiting: { word: 'Waiting', tone: 'quiet', mark: 'not-begun' },
  sending: { word: 'Sending', tone: 'busy', mark: 'moving' },
  'asking-wise': { word: 'Asking Wise', tone: 'warn', mark: 'unknown' },
  'in-group': { word: 'In the group', tone: 'good', mark: 'works' },
  refused: { word: 'Refused', tone: 'bad', mark: 'no' },
  'left-out': { word: 'Left out', tone: 'quiet', mark: 'over' },
} as const satisfies Record<string, StatusLook>;

export type BatchRowState = keyof typeof batchRowStates;
export const batchRowStateValues = valuesIn(batchRowStates);

export const lookOfBatchRowState = (value: BatchRowState): StatusLook => lookIn(batchRowStates, value);

export const transferStatuses = {
  incoming_payment_waiting: { word: 'Waiting for money', tone: 'quiet', mark: 'waits' },
  incoming_payment_initiated: { word: 'On its way to Wise', tone: 'busy', mark: 'moving' },
  processing: { word: 'Processing', tone: 'busy', mark: 'moving' },
  funds_converted: { word: 'Converted', tone: 'busy', mark: 'moving' },
  outgoing_payment_sent: { word: 'Sent', tone: 'good', mark: 'works' },
  bounced_back: { word: 'Bounced back', tone: 'warn', mark: 'came-back' },
  funds_refunded: { word: 'Refunded', tone: 'quiet', mark: 'came-back' },
  charged_back: { word: 'Charged back', tone: 'bad', mark: 'came-back' },
  cancelled: { word: 'Cancelled', tone: 'quiet', mark: 'over' },
  unknown: { word: 'Unknown', tone: 'quiet', mark: 'unknown' },
} as const satisfies Record<string, StatusLook>;

export const lookOfTransferStatus = (value: string): StatusLook => lookIn(transferStatuses, value);
