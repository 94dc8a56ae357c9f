'use client';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { signOut } from '@/lib/client/auth/sign-out';

export function IdleDialog({ secondsLeft, onStay }: { secondsLeft: number; onStay: () => void }) {
  return (
    <Dialog
      title="Are you still there?"
      description={
        <p>
          You are signed out after 15 minutes without a key or a click: in{' '}
          <span className="tabular">{secondsLeft} s</span>.
        </p>
      }
      onClose={onStay}
      footer={
        <>
          <Button variant="primary" onClick={onStay} data-autofocus>
            Stay signed in
          </Button>
          <Button onClick={() => void signOut()}>Sign out now</Button>
        </>
      }
    />
  );
}
