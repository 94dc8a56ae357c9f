'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Notice } from '@/components/ui/notice';
import type { useLookForTransaction } from '@/lib/client/find/queries';
import { textOfNotFound } from './words';

interface PaletteMessagesProps {
  lookFor: ReturnType<typeof useLookForTransaction>;
  error: Error | null;
  isReading: boolean;
  onReadAgain: () => void;
}

/** What went wrong with a search, and where a transaction was looked for in vain. */
export function PaletteMessages({ lookFor, error, isReading, onReadAgain }: PaletteMessagesProps) {
  const { data, variables } = lookFor;
  return (
    <>
      {data?.found === null && variables && (
        <Notice
          tone={data.profilesUnread > 0 ? 'warn' : 'busy'}
          className="m-2"
          title={`Transaction ${variables.transactionId} is not among those profiles.`}
        >
          {textOfNotFound(data)}
        </Notice>
      )}
      {lookFor.error && (
        <ErrorState className="m-2" error={lookFor.error} title="The transaction could not be looked for." />
      )}
      {error && (
        <ErrorState
          className="m-2"
          error={error}
          title="The index could not be searched."
          onRetry={onReadAgain}
          busy={isReading}
        />
      )}
    </>
  );
}
