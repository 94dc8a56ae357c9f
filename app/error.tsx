'use client';

/** For what fails before the console's frame stands. Every page's first JavaScript holds it, so it is plain. */
export default function PlainError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main role="alert" className="grid justify-items-start gap-1 p-(--gutter)">
      <h1>This page could not be shown</h1>
      <p className="text-ink-2">
        Something broke here. If it stays so, pass on this id. <span className="code">{error.digest}</span>
      </p>
      <button type="button" onClick={reset} className="text-accent-ink underline">
        Read again
      </button>
    </main>
  );
}
