'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { leaveFor } from '@/lib/client/auth/leave-for';
import { signOut } from '@/lib/client/auth/sign-out';
import { callEndpoint } from '@/lib/client/call-endpoint';
import { setPassword } from '@/lib/contracts/session';
import { AuthBox } from './auth-box';

const shortest = 12;

/** For somebody who signed in with a temporary password: nothing else opens before an own one is set. */
export function SetPasswordForm() {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();

  const tooShort =
    newPassword.length < shortest ? `${newPassword.length} of ${shortest} characters.` : undefined;
  const different = repeated === newPassword ? undefined : 'The two do not match.';

  const send = async () => {
    setTried(true);
    if (isBusy || tooShort || different || currentPassword === '') return;
    setBusy(true);
    setError(undefined);
    try {
      await callEndpoint(setPassword, { body: { currentPassword, newPassword } });
      leaveFor('/overview');
    } catch (failure) {
      setError(asApiError(failure));
      setBusy(false);
    }
  };

  return (
    <AuthBox title="Set your own password" onSubmit={() => void send()}>
      <p className="text-ink-2">
        You signed in with a temporary password. Nobody but you will know the new one.
      </p>
      {error && <ErrorState error={error} />}
      <TextField
        label="Temporary password"
        error={isTried && currentPassword === '' ? 'Needed, the one you signed in with.' : undefined}
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={setCurrent}
      />
      <TextField
        label="New password"
        hint={`At least ${shortest} characters. A few words in a row are good.`}
        error={isTried ? tooShort : undefined}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={setNew}
      />
      <TextField
        label="New password again"
        error={isTried ? different : undefined}
        type="password"
        autoComplete="new-password"
        value={repeated}
        onChange={setRepeated}
      />
      <div className="mt-1 flex gap-2">
        <Button type="submit" variant="primary" busy={isBusy}>
          Set password
        </Button>
        <Button variant="quiet" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </AuthBox>
  );
}
