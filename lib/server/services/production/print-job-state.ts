import 'server-only';

/** A refusal that is none: the job waits at the kiosk and begins by itself. */
export const waitingCode = 'REQUEST_CREATED_BUT_NOT_STARTED';

const openStates: readonly string[] = ['sending', 'waiting', 'printing', 'unknown'];
/** Of a card one job is open at most; the store's unique index holds the same states. */
export const isOpen = (state: string): boolean => openStates.includes(state);

/** What a status of Wise's makes of its attempt's job; undefined for READY, which belongs to no attempt. */
export function jobStateOf(status: string, errorCode: string | null): string | undefined {
  switch (status) {
    case 'READY':
      return undefined;
    case 'PRODUCED':
      return 'printed';
    case 'PRODUCTION_ERROR':
      return 'fault';
    case 'REQUEST_ERROR':
      return errorCode === waitingCode ? 'waiting' : 'refused';
    default:
      return 'printing';
  }
}

const order = ['sending', 'unknown', 'waiting', 'refused', 'printing', 'fault', 'printed'];

/**
 * Whether a job goes from its state to the one that was told of its attempt. What is told late of the way to an end changes
 * nothing; an end of which no more was known than that another attempt began is told by its own word.
 */
export function mayFollow(job: { state: string; errorStatus: string | null }, next: string): boolean {
  if (job.state === 'fault' && next === 'fault') return job.errorStatus === null;
  return order.indexOf(next) > order.indexOf(job.state);
}
