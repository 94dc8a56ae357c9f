import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-start gap-1.5 p-(--gutter)">
      <h1>There is nothing at this address</h1>
      <p className="max-w-[52ch] text-ink-2">
        The link may be old, or it is not yours to open. Check the address, or begin from the overview.
      </p>
      <Link href="/overview" className="inline-flex min-h-6 items-center">
        Go to the overview
      </Link>
    </main>
  );
}
