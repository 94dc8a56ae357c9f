'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { noteLowRiskSession } from '@/lib/client/sca/low-risk';
import { replay, scaKey, useScaState, verifyProof } from '@/lib/client/sca/queries';
import type { ScaState } from '@/lib/contracts/sca';
import { wordsOfProof } from './sca-words';
import { useSecondsLeft } from './time-left';

export interface ConfirmationEnds {
  /** The request was sent again, and this is its answer. */
  onAnswered: (answer: unknown) => void;
  /** It was sent again, and failed. */
  onFailed: (error: ApiError) => void;
}

/** One request that waits: what Wise still asks for, the proof that is being typed, and what came of it. */
export function useConfirmation(first: ScaState, { onAnswered, onFailed }: ConfirmationEnds) {
  const client = useQueryClient();
  const isCustomers = first.owner.kind === 'customer';
  const [isElsewhere, setElsewhere] = useState(isCustomers);
  const { data: sca, error: readError } = useScaState(first, isElsewhere);
  const [way, setWay] = useState<string>();
  const [value, setValue] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const secondsLeft = useSecondsLeft(sca.expiresAt);

  /** What is asked for next. */
  const open = sca.challenges.find(({ passed, required }) => required && !passed);
  const chosen = way ?? open?.type ?? '';
  const { factor } = wordsOfProof(chosen);
  const isOver = secondsLeft === 0 || [error?.code, readError?.code].includes('sca_over');
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
  const give = async (type: NonNullable<typeof factor>) => {
    try {
      const next = await verifyProof(sca.scaId, type, value);
      client.setQueryData(scaKey(sca.scaId), next);
      setWay(undefined);
      if (next.isCleared) await send(next);
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setValue('');
    }
  };

  return {
    sca,
    isCustomers,
    isElsewhere,
    lookElsewhere: () => setElsewhere(true),
    open,
    chosen,
    choose: (type: string) => {
      setWay(type);
      setValue('');
      setError(undefined);
    },
    /** Whether the proof can be typed in the console. */
    isTypedHere: !isCustomers && factor !== undefined,
    value,
    type: setValue,
    isBusy,
    error,
    secondsLeft,
    isOver,
    isBlocked,
    /** Gives the proof that is typed; where nothing is left, sends. */
    async submit() {
      if (isBusy || isOver || isBlocked) return;
      setError(undefined);
      setBusy(true);
      if (sca.isCleared) await send(sca);
      else if (factor && !isCustomers && value !== '') await give(factor);
      setBusy(false);
    },
  };
}
