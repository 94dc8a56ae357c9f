import type {
  ApprovalBeforeFunding,
  BeforeFunding,
  Conversion,
} from '../../contracts/batch-before-funding.ts';

/** What holds funding back before the balance is looked at; undefined where nothing does. */
export function whyNotFund({ approval, takes }: BeforeFunding): string | undefined {
  if (takes === null) return 'Quotes have ended, and Wise gives no prices now.';
  return whyNotApproved(approval);
}

function whyNotApproved(approval: ApprovalBeforeFunding): string | undefined {
  switch (approval.state) {
    case 'to-ask':
      return 'Other people have to approve it first.';
    case 'waiting':
      return 'It waits for approval.';
    case 'approved':
      return approval.isYoursAlone ? 'You alone approved it: somebody else funds it.' : undefined;
    case 'not-needed':
      return undefined;
  }
}

/** Whether somebody has agreed to what is short now, and the reader may go by that. */
export const mayConvert = (conversion: Conversion | undefined): boolean =>
  conversion?.approval?.state === 'approved' &&
  conversion.approval.whyOver === null &&
  !conversion.approval.isYoursAlone;
