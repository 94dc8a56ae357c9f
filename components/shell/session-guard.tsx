'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useLayoutEffect } from 'react';
import { goToSignIn } from '@/lib/client/auth/go-to-sign-in';
import { comeBack } from '@/lib/client/session/come-back';
import { coverPage } from '@/lib/client/session/cover-page';
import { useSessionEnd } from '@/lib/client/session/session-end';
import { useSession } from '@/lib/client/session/session-provider';
import { onSignInElsewhere } from '@/lib/client/session/sign-in-elsewhere';

const SignedOutCover = dynamic(
  () =>
    import('../auth/signed-out-cover')
      .then((module) => module.SignedOutCover)
      // Without the cover there is no way back here: then the sign-in page, as from everywhere else.
      .catch(() => {
        goToSignIn('ended');
        return () => null;
      }),
  { ssr: false },
);

/** When the session ends the page stays, covered, until the same person signs in again. */
export function SessionGuard() {
  const session = useSession();
  const client = useQueryClient();
  const why = useSessionEnd();
  const isEnded = why !== undefined;
  useLayoutEffect(() => (isEnded ? coverPage() : undefined), [isEnded]);
  useEffect(() => onSignInElsewhere(() => void comeBack(session, client)), [session, client]);
  return isEnded ? <SignedOutCover why={why} /> : null;
}
