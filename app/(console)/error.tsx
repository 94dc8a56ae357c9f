'use client';
import { ErrorState } from '@/components/feedback/error-state';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="p-(--gutter)">
      <h1 className="mb-3">This page could not be shown</h1>
      <ErrorState error={error} onRetry={reset} />
    </div>
  );
}
