'use client';
import { Copyable } from '@/components/ui/copyable';
import { Notice } from '@/components/ui/notice';

/** A customer confirms where only the customer types: the console gives the way there and waits. */
export function HostedPageForCustomer({ name, url }: { name: string; url: string }) {
  return (
    <div className="grid gap-2">
      <p>
        Send {name} this link to Wise’s own page, by the address or number on file:{' '}
        <Copyable value={url} what="link for the customer" shown="Link to Wise’s page" />
      </p>
      <Notice tone="warn" title="Never ask for a code.">
        Codes and the Wise PIN are typed on Wise’s page only, by the customer alone. Say so, too.
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
