'use client';
import { detailOfAction, wordsOfAction } from '@/components/audit/action-words';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { ScaState } from '@/lib/contracts/sca';
import { ChallengeList } from './challenge-list';
import { takeFocus } from './focus';
import { HostedPageForCustomer, HostedPageLink } from './hosted-page';
import { ProofField } from './proof-field';
import { wordsOfProof } from './sca-words';
import { TimeLeft } from './time-left';
import { type ConfirmationEnds, useConfirmation } from './use-confirmation';

interface ScaDialogProps extends ConfirmationEnds {
  first: ScaState;
  /** It was not sent. */
  onRefused: () => void;
}

/** What waits, whose proofs Wise asks for, and the proofs. */
export function ScaDialog({ first, onRefused, ...ends }: ScaDialogProps) {
  const confirmation = useConfirmation(first, ends);
  const { error, isBlocked, isBusy, isCustomers, isElsewhere, isOver, open, sca, value } = confirmation;
  const isAsked = !isOver && !isBlocked && !sca.isCleared;
  const isShownAtField = error?.code === 'sca_proof_wrong' || error?.fieldError('value') !== undefined;
  const mustBeSent = wordsOfProof(confirmation.chosen).way !== undefined;

  return (
    <Dialog
      title={isCustomers ? 'The customer confirms this at Wise' : 'Confirm this at Wise'}
      description={
        <p>
          Wise asks <span className="font-label text-ink">{sca.owner.name}</span> to confirm:{' '}
          <span className="font-label text-ink">{whatWaits(sca)}</span>. Nothing is done before; then it is
          done once.
        </p>
      }
      onSubmit={() => void confirmation.submit()}
      onClose={onRefused}
      busy={isBusy}
      footer={
        isOver || isBlocked ? (
          <Button ref={takeFocus} onClick={onRefused}>
            Close
          </Button>
        ) : (
          <>
            <span className="mr-auto">
              <TimeLeft seconds={confirmation.secondsLeft} />
            </span>
            <Button onClick={onRefused} busy={isBusy}>
              Do not send it
            </Button>
            {sca.isCleared && (
              <Button type="submit" variant="primary" busy={isBusy} ref={takeFocus}>
                {isBusy ? 'Asking Wise' : 'Send it now'}
              </Button>
            )}
            {!sca.isCleared && confirmation.isTypedHere && (
              <Button
                type="submit"
                variant="primary"
                busy={isBusy}
                notNow={
                  value !== '' || isBusy
                    ? undefined
                    : mustBeSent
                      ? 'Have a code sent, then type it.'
                      : 'Type it first.'
                }
              >
                {isBusy ? 'Asking Wise' : 'Confirm'}
              </Button>
            )}
          </>
        )
      }
    >
      <ChallengeList challenges={sca.challenges} />
      {isAsked && isCustomers && <HostedPageForCustomer name={sca.owner.name} url={sca.hostedUrl} />}
      {isAsked && !isCustomers && open && (
        <>
          <ProofField key={open.type} challenge={open} {...confirmation} />
          <HostedPageLink url={sca.hostedUrl} onOpen={confirmation.lookElsewhere} />
        </>
      )}
      {isAsked && isElsewhere && (
        <p role="status" className="text-meta text-ink-3">
          Waiting for {isCustomers ? sca.owner.name : 'Wise’s page'}. The console asks Wise every few seconds.
        </p>
      )}
      {sca.isCleared && !isOver && (
        <Notice tone="good" title={`${sca.owner.name} has confirmed it.`}>
          It is sent when you say so.
        </Notice>
      )}
      {isOver && (
        <Notice tone="warn" title="This is over. Nothing was sent.">
          It waits for ten minutes at most, for this session alone. Begin again from the page: Wise asks anew.
        </Notice>
      )}
      {isBlocked && (
        <Notice tone="bad" title={`${error?.problem.title ?? ''}.`}>
          {error?.problem.detail} {error?.problem.advice}
        </Notice>
      )}
      {error && !isShownAtField && !isOver && !isBlocked && <ErrorState error={error} />}
    </Dialog>
  );
}

/** In a few words; a reading has no name of its own. */
function whatWaits({ action, details }: ScaState): string {
  if (action === null) return 'reading this page';
  return [wordsOfAction(action), detailOfAction(action, details)].filter(Boolean).join(' ');
}
