import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { asApiError } from '@/lib/client/api-error';
import { confirmReading } from '@/lib/client/sca/confirm-at-wise';

interface ErrorStateProps {
  error: Error;
  /** What could not be read: "These rows could not be read." Without it the error's own title stands there. */
  title?: string;
  onRetry?: (() => void) | undefined;
  busy?: boolean;
  className?: string;
}

/** In place of what could not be shown: what happened, what is certain, what to do, and the id to pass on. */
export function ErrorState({ error, title, onRetry, busy = false, className }: ErrorStateProps) {
  const refusal = asApiError(error);
  const { problem, requestId } = refusal;
  const isUnknown = problem.certain === 'unknown';
  // Reading again changes nothing, and the page reads by itself once somebody has connected it.
  const waitsForOthers = problem.code === 'wise_not_connected';
  return (
    <Notice
      tone={isUnknown || waitsForOthers || problem.sca ? 'warn' : 'bad'}
      title={title ?? `${problem.title}.`}
      {...(className === undefined ? {} : { className })}
      {...(onRetry && !waitsForOthers
        ? {
            action: (
              <Button
                size="sm"
                onClick={() =>
                  problem.sca ? void confirmReading(refusal).then(onRetry, () => undefined) : onRetry()
                }
                busy={busy}
              >
                {busy ? 'Reading' : problem.sca ? 'Confirm…' : 'Read again'}
              </Button>
            ),
          }
        : {})}
    >
      <p>
        {problem.detail} {problem.advice}{' '}
        {requestId !== undefined && !waitsForOthers && (
          <span className="code text-ink-3">req {requestId}</span>
        )}
      </p>
    </Notice>
  );
}
