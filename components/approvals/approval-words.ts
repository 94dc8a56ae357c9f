import type { StatusLook } from '@/lib/catalogues/statuses';
import type { Approval } from '@/lib/contracts/approvals';

export const kindWords: Record<Approval['kind'], string> = {
  'staff.add': 'Add a person',
  'staff.update': 'Change a person',
  'staff.temporary-password': 'Replace a password',
};

/** What happens at once when it is approved. */
export const effectWords: Record<Approval['kind'], string> = {
  'staff.add': 'The person comes on the staff list at once, without a password yet.',
  'staff.update': 'It takes effect at once and signs the person out everywhere.',
  'staff.temporary-password':
    'The old password stops working at once, the person is signed out everywhere, and whoever approves sees the new password once.',
};

const looks: Record<Approval['state'], StatusLook> = {
  pending: { word: 'Waiting', tone: 'warn', mark: 'waits' },
  approved: { word: 'Approved', tone: 'good', mark: 'works' },
  refused: { word: 'Refused', tone: 'bad', mark: 'no' },
};
export const lookOfApproval = ({ state }: Approval): StatusLook => looks[state];
