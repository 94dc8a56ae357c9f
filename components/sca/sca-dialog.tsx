'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOfAction } from '@/components/audit/action-words';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { noteLowRiskSession } from '@/lib/client/sca/low-risk';
import { replay, scaKey, useScaState, verifyProof } from '@/lib/client/sca/queries';
import type { ScaState } from '@/lib/contracts/sca';
import { ChallengeList } from './challenge-list';
import { HostedPageForCustomer, HostedPageLink } from './hosted-page';
import { ProofField } from './proof-field';
import { wordsOfProof } from './sca-words';
import { TimeLeft, useSecondsLeft } from './time-left';

interface ScaDialogProps {
  first: ScaState;
  /** The request was sent again, and this is its answer. */
  onAnswered: (answer: unknown) => void;
  /** It was sent again, and failed. */
  onFailed: (error: ApiError) => void;
  /** It was not sent. */
  onRefused: () => void;
}

/** What waits, whose proofs Wise asks for, and the proofs. */
export function ScaDialog({ first, onAnswered, onFailed, onRefused }: ScaDialogProps) {
  const client = useQueryClient();
  const isCustomers = first.owner.kind === 'customer';
  const [isElsewhere, setElsewhere] = useState(isCustomers);
  const { data: sca, error: readError } = useScaState(first, isElsewhere);
  const [way, setWay] = useState<string>();
  const [value, setValue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const secondsLeft = useSecondsLeft(sca.expiresAt);
  const open = sca.challenges.find(({ passed, required }) => required && !passed);
  const chosen = way ?? open?.type ?? '';
  const { factor } = wordsOfProof(chosen);
  const isOver = secondsLeft === 0 || error?.code === 'sca_over' || readError?.code === 'sca_over';
  const isBlocked = error?.code === 'sca_blocked';

  const send = async (cleared: ScaState) => {
    if (cleared.lowRiskUntil !== null)
      noteLowRiskSession({ ownerName: cleared.owner.name, until: cleared.lowRiskUntil });
    try {
      onAnswered(await replay(cleared.scaId));
    } catch (thrown) {
      onFailed(asApiError(thrown));
    }
  };
  const submit = async () => {
    if (isBusy || isOver || isBlocked) return;
    if (sca.isCleared) {
      setBusy(true);
      return send(sca);
    }
    if (!factor || value === '') return;
    setBusy(true);
    setError(undefined);
    try {
      const next = await verifyProof(sca.scaId, factor, value);
      client.setQueryData(scaKey(sca.scaId), next);
      setWay(undefined);
      if (next.isCleared) return await send(next);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setValue('');
      setBusy(false);
    }
  };
  const isShownAtField = error?.code === 'sca_proof_wrong' || error?.fieldError('value') !== undefined;
  const isAsked = !isOver && !isBlocked && !sca.isCleared;

  return (
    <Dialog
      title={isCustomers ? 'The customer confirms this at Wise' : 'Confirm this at Wise'}
      description={
        <p>
          Wise asks <span className="font-label text-ink">{sca.owner.name}</span>
          {sca.action !== null && <> about “{wordsOfAction(sca.action)}”</>}. Nothing has been sent yet; once
          it is confirmed it is sent once.
        </p>
      }
      onSubmit={() => void submit()}
      onClose={onRefused}
      busy={isBusy}
      footer={
        isOver || isBlocked ? (
          <Button ref={(button) => button?.focus()} onClick={onRefused}>
            Close
          </Button>
        ) : (
          <>
            <span className="mr-auto">
              <TimeLeft seconds={secondsLeft} />
            </span>
            <Button onClick={onRefused} busy={isBusy}>
              Do not send it
            </Button>
            {(sca.isCleared || (!isCustomers && factor)) && (
              <Button
                type="submit"
                variant="primary"
                busy={isBusy}
                {...(sca.isCleared ? { ref: (button: HTMLButtonElement | null) => button?.focus() } : {})}
              >
                {isBusy ? 'Asking Wise' : sca.isCleared ? 'Send it now' : 'Confirm'}
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
          <ProofField
            key={open.type}
            scaId={sca.scaId}
            challenge={open}
            chosen={chosen}
            onChoose={(type) => {
              setWay(type);
              setValue('');
              setError(undefined);
            }}
            value={value}
            onType={setValue}
            error={error}
          />
          <HostedPageLink url={sca.hostedUrl} onOpen={() => setElsewhere(true)} />
        </>
      )}
      {isAsked && isElsewhere && (
        <p role="status" className="text-meta text-ink-3">
          Waiting for {isCustomers ? sca.owner.name : 'Wise’s page'}. This window asks Wise every few seconds.
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
        <Notice tone="bad" title={error.problem.title}>
          {error.problem.detail} {error.problem.advice}
        </Notice>
      )}
      {error && !isShownAtField && !isOver && !isBlocked && <ErrorState error={error} />}
    </Dialog>
  );
}
