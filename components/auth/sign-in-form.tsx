'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { leaveFor } from '@/lib/client/auth/leave-for';
import { signIn } from '@/lib/client/auth/sign-in';
import { setPreference } from '@/lib/client/preferences/set-preference';
import { browserTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { Session } from '@/lib/contracts/session';
import { AuthBox } from './auth-box';

interface SignInFormProps {
  environment: Session['environment'];
  demoAccounts: { email: string; roleName: string }[];
  demoPassword: string | null;
  /** A path on this console. */
  goTo: string;
  why: 'idle' | 'ended' | undefined;
}

const reasons = {
  idle: 'You were signed out after 15 minutes without a key or a click.',
  ended: 'Your session was ended.',
} as const;
const failures = {
  refused: 'E-mail or password is not right, or the account is locked for a while.',
  unreachable: 'The console does not answer. Try again in a minute.',
} as const;

export function SignInForm({ environment, demoAccounts, demoPassword, goTo, why }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);

  // The first page after signing in is then written in this browser's zone.
  useEffect(() => {
    if (!document.cookie.includes('time-zone=')) setPreference('timeZone', browserTimeZone());
  }, []);

  const send = async () => {
    if (isBusy) return;
    if (email.trim() === '' || password === '') {
      setFailure('Both e-mail and password are needed.');
      return;
    }
    setBusy(true);
    setFailure(undefined);
    const result = await signIn(email.trim(), password);
    if (result === 'signed-in') {
      leaveFor(goTo);
      return;
    }
    setBusy(false);
    setFailure(failures[result]);
    passwordField.current?.select();
  };

  const fill = (account: string) => {
    setEmail(account);
    setPassword(demoPassword ?? '');
    setFailure(undefined);
    submitButton.current?.focus();
  };

  return (
    <AuthBox title="Sign in" environment={environment} onSubmit={() => void send()}>
      {failure !== undefined ? (
        <Notice tone="bad" title={failure} />
      ) : (
        why && <Notice tone="busy" title={reasons[why]} />
      )}
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        onChange={setEmail}
      />
      <TextField
        label="Password"
        ref={passwordField}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      <Button ref={submitButton} type="submit" variant="primary" busy={isBusy} className="mt-1">
        {isBusy ? 'Signing in' : 'Sign in'}
      </Button>
      {demoAccounts.length > 0 && (
        <section aria-labelledby="demo-accounts" className="mt-1 border-t border-line pt-3">
          <h2 id="demo-accounts" className="text-body! font-label">
            Demo accounts
          </h2>
          <p className="mb-1 text-meta text-ink-3">
            They exist on the emulator only. Choose one to fill in the fields.
          </p>
          <ul>
            {demoAccounts.map((account) => (
              <li key={account.email}>
                <button
                  type="button"
                  onClick={() => fill(account.email)}
                  className="flex min-h-7 w-full items-center justify-between gap-3 rounded-sm px-2 text-left hover:bg-hover max-narrow:min-h-10"
                >
                  <span className="min-w-0 truncate">{account.email}</span>
                  <span className="text-meta whitespace-nowrap text-ink-3">{account.roleName}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </AuthBox>
  );
}
