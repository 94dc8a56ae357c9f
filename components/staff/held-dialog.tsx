import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { KeyValues } from '@/components/ui/facts';
import { roleNames } from '@/lib/catalogues/console-permissions';
import type { StaffMember } from '@/lib/contracts/staff';

interface HeldDialogProps {
  person: StaffMember;
  isOwn: boolean;
  onClose: () => void;
}

/** A person whom the reader cannot change now: who it is, why not, and who can. */
export function HeldDialog({ person, isOwn, onClose }: HeldDialogProps) {
  return (
    <Dialog
      title={isOwn ? 'This is you' : person.name}
      description={
        isOwn ? (
          <p>
            Nobody changes their own name, role or rights. Another administrator does it. Your own password
            changes when that administrator replaces it and you set a new one.
          </p>
        ) : (
          <p>
            A change to this person waits for a second administrator. Nothing else can be changed until{' '}
            {person.pendingApprovalId === null ? (
              'it is decided'
            ) : (
              <Link
                prefetch={false}
                href={{ pathname: '/approvals', query: { id: person.pendingApprovalId } }}
              >
                it is decided
              </Link>
            )}
            .
          </p>
        )
      }
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <KeyValues
        items={[
          { label: 'Name', value: person.name },
          { label: 'E-mail', value: person.email },
          { label: 'Role', value: roleNames[person.role] },
        ]}
      />
    </Dialog>
  );
}
