'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ApiError } from '@/lib/client/api-error';
import { offerConfirmations } from '@/lib/client/sca/confirm-at-wise';
import type { ScaState } from '@/lib/contracts/sca';

const ScaDialog = dynamic(() => import('./sca-dialog').then((module) => module.ScaDialog), { ssr: false });

interface Asked {
  sca: ScaState;
  refusal: ApiError;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** Whatever Wise wants confirmed, and wherever: one dialog, one request after the other. */
export function ScaHost() {
  const [queue, setQueue] = useState<readonly Asked[]>([]);
  useEffect(
    () =>
      offerConfirmations(
        (sca, refusal) =>
          new Promise((resolve, reject) => {
            setQueue((asked) => [...asked, { sca, refusal, resolve, reject }]);
          }),
      ),
    [],
  );
  const [first] = queue;
  if (!first) return null;
  const settle = (finish: () => void) => {
    setQueue((asked) => asked.slice(1));
    finish();
  };
  return (
    <ScaDialog
      key={first.sca.scaId}
      first={first.sca}
      onAnswered={(answer) => settle(() => first.resolve(answer))}
      onFailed={(error) => settle(() => first.reject(error))}
      onRefused={() => settle(() => first.reject(first.refusal))}
    />
  );
}
