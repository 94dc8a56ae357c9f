import type { Role } from '../../catalogues/console-permissions.ts';
import type { BatchFunding } from '../../contracts/batch-funding.ts';
import type { Offer } from './group-acts.ts';

type Release = NonNullable<NonNullable<BatchFunding['funding']>['release']>;

interface Reader {
  /** When the funding was read; the server's clock, so that a page with another one shows the same. */
  asOf: string;
  role: Role;
  mayRelease: boolean;
  mayDecide: boolean;
  name: string;
  moment: (at: string) => string;
}

interface ReleaseOffer {
  action: Offer;
  /** Who does it, who else must agree, and why not yet. Undefined: nothing to be said to this reader. */
  words: string | undefined;
}

/** What nobody knows the end of is administrators' to release, a bank transfer operators'; the server decides again. */
export function offerRelease({ asked, by, opensAt }: Release, reader: Reader): ReleaseOffer {
  const { asOf, mayRelease, moment, role } = reader;
  const isTheirs = mayRelease && (by === 'administrators') === (role === 'admin');
  if (asked)
    return {
      action: undefined,
      words: `${asked.by} asked on ${moment(asked.at)} to open it again. ${
        by === 'administrators'
          ? 'Another administrator decides.'
          : 'Somebody else with the right to approve decides.'
      }`,
    };
  const isOpen = Date.parse(opensAt) <= Date.parse(asOf);
  if (by === 'operators')
    return isTheirs
      ? {
          action: {},
          words: 'Opens the other ways again once somebody else with the right to approve agrees.',
        }
      : { action: undefined, words: undefined };
  const soon = `The console asks Wise itself until ${moment(opensAt)}.`;
  if (!isTheirs)
    return {
      action: undefined,
      words: isOpen
        ? 'If no money moved, two administrators can open it again.'
        : `${soon} If no money has moved by then, two administrators can open it again.`,
    };
  return isOpen
    ? {
        action: {},
        words: 'Opens funding and cancelling again once another administrator agrees.',
      }
    : { action: { notNow: soon }, words: `${soon} Then another administrator has to agree.` };
}

/**
 * Whether the request that waits is there for this reader to open: administrators and auditors see all, operators their own
 * and what they may decide on.
 */
export const isRequestSeen = (
  { asked, by }: Release,
  { mayDecide, name, role }: Pick<Reader, 'mayDecide' | 'name' | 'role'>,
): boolean =>
  asked !== null &&
  (role === 'admin' ||
    role === 'auditor' ||
    (role === 'operator' && by === 'operators' && (mayDecide || asked.by === name)));
