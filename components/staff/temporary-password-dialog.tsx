'use client';
import { Check, Copy } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useCopy } from '@/components/ui/use-copy';

interface TemporaryPasswordDialogProps {
  password: string;
  /** The person's name, or what the request calls them. */
  whose: string;
  onClose: () => void;
}

/** Shown once: the console keeps only a hash. */
export function TemporaryPasswordDialog({ password, whose, onClose }: TemporaryPasswordDialogProps) {
  const { isCopied, copy } = useCopy(password);
  return (
    <Dialog
      title={`Temporary password for ${whose}`}
      description={
        <p>
          Shown once: nobody can read it again, here or elsewhere. Tell it to the person yourself, not by
          e-mail. Signing in with it asks for an own password first.
        </p>
      }
      busy
      onClose={onClose}
      footer={
        <>
          <Button icon={isCopied ? <Check /> : <Copy />} onClick={copy}>
            {isCopied ? 'Copied' : 'Copy'}
          </Button>
          <Button variant="primary" data-autofocus onClick={onClose}>
            I have passed it on
          </Button>
        </>
      }
    >
      <output
        data-secret
        data-boxed
        className="block rounded-md border border-line bg-sunken px-3.5 py-3 font-mono text-[1.0625rem] wrap-anywhere"
      >
        {password}
      </output>
    </Dialog>
  );
}
