'use client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

export default function ConsoleError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Notice
      tone="bad"
      title="This page could not be shown."
      className="m-(--gutter)"
      action={
        <Button size="sm" onClick={reset}>
          Read again
        </Button>
      }
    >
      <p>
        Something broke here. If it stays so, pass on this id.{' '}
        {error.digest && <span className="code">{error.digest}</span>}
      </p>
    </Notice>
  );
}
