'use client';
import { Check, Copy } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useCopy } from '@/components/ui/use-copy';

/** A customer confirms where only the customer types: the console gives the way there and waits. */
export function HostedPageForCustomer({ name, url }: { name: string; url: string }) {
  const { isCopied, copy } = useCopy(url);
  return (
    <div className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <p>Send {name} the link to Wise’s own page, to the address or number on file.</p>
        <Button size="sm" icon={isCopied ? <Check /> : <Copy />} onClick={copy}>
          {isCopied ? 'Copied' : 'Copy the link'}
        </Button>
      </div>
      <Notice tone="warn" title="Never ask for a code.">
        The customer alone types codes and the Wise PIN, on Wise’s page only. Say so, too.
      </Notice>
    </div>
  );
}

/** Where what is asked for cannot be typed here, or somebody would rather confirm there. */
export function HostedPageLink({ url, onOpen }: { url: string; onOpen: () => void }) {
  return (
    <p className="text-meta text-ink-3">
      Or confirm on{' '}
      <a href={url} target="_blank" rel="noreferrer" onClick={onOpen}>
        Wise’s own page
      </a>
      ; this window notices.
    </p>
  );
}
