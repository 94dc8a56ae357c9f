'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { pushUrl } from '@/lib/client/url/write-url';

/**
 * A link to another state of the same page: changes the address without asking the server for the page again.
 * With a modifier key it opens like any link.
 */
export function UrlLink({ href = '', onClick, ...rest }: ComponentProps<'a'>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    pushUrl(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
