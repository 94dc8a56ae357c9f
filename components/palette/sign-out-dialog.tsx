'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { signOut } from '@/lib/client/auth/sign-out';

interface SignOutDialogProps {
  onClose: () => void;
  returnTo: () => HTMLElement | null;
}

export function SignOutDialog({ onClose, returnTo }: SignOutDialogProps) {
  return (
    <Dialog
      title="Sign out?"
      description={<p>What you typed and did not send is lost.</p>}
      onClose={onClose}
      returnTo={returnTo}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            Stay signed in
          </Button>
          <Button variant="primary" onClick={() => void signOut()}>
            Sign out
          </Button>
        </>
      }
    />
  );
}
