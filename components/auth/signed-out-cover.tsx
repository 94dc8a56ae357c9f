'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Field, Input, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { roleNames } from '@/lib/catalogues/console-permissions';
import { leaveFor } from '@/lib/client/auth/leave-for';
import { signIn } from '@/lib/client/auth/sign-in';
import { comeBack } from '@/lib/client/session/come-back';
import type { EndReason } from '@/lib/client/session/session-end';
import { useSession } from '@/lib/client/session/session-provider';
import { AuthBox } from './auth-box';

const reasons: Record<EndReason, string> = {
  idle: '15 minutes went by without a key or a click.',
  ended: 'Your session was ended by an administrator, by you in another window, or after 12 hours.',
};
const failures = {
  refused: 'The password is not right, or the account is locked for a while.',
  unreachable: 'The console does not answer. Try again in a minute.',
} as const;

/** Dialogs below take these for an act beside them, or hold them back. */
const keptInside = ['pointerdown', 'focusin', 'wheel', 'touchstart', 'touchmove'] as const;
const stop = (event: Event) => event.stopPropagation();

/** Over everything else, and nothing below can be reached: the browser's own modal dialog sees to it. */
function showOverEverything(cover: HTMLDialogElement | null) {
  if (!cover) return undefined;
  for (const type of keptInside) cover.addEventListener(type, stop);
  cover.showModal();
  cover.querySelector<HTMLElement>('[type=password]')?.focus();
  return () => cover.close();
}

export function SignedOutCover({ why }: { why: EndReason }) {
  const session = useSession();
  const client = useQueryClient();
  const place = useRef<HTMLDialogElement>(null);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { person, role, environment } = session;
  useLayoutEffect(() => showOverEverything(place.current), []);

  const send = async () => {
    if (isBusy) return;
    if (password === '') return setFailure('The password is needed.');
    setBusy(true);
    setFailure(undefined);
    const result = await signIn(person.email, password);
    const isBack = result === 'signed-in' && (await comeBack(session, client));
    if (isBack) return;
    setBusy(false);
    setFailure(failures[result === 'refused' ? 'refused' : 'unreachable']);
    place.current?.querySelector<HTMLInputElement>('[type=password]')?.select();
  };

  return createPortal(
    // A dialog that opens below hides everything else from screen readers but live regions.
    <dialog
      ref={place}
      data-cover
      role="dialog"
      aria-live="off"
      aria-label="You were signed out"
      aria-describedby="why-signed-out"
      onCancel={(event) => event.preventDefault()}
      className="pointer-events-auto fixed inset-0 grid size-full max-h-none max-w-none place-items-center overflow-y-auto bg-canvas p-4 text-ink"
    >
      <AuthBox title="You were signed out" environment={environment} onSubmit={() => void send()}>
        <p id="why-signed-out" className="text-ink-2">
          {reasons[why]} Sign in again and the page is as you left it.
        </p>
        {failure !== undefined && <Notice tone="bad" title={failure} />}
        <Field label="E-mail" hint={`${person.name}, ${roleNames[role]}`}>
          {(parts) => (
            <Input
              {...parts}
              type="email"
              name="email"
              autoComplete="username"
              readOnly
              value={person.email}
              className="border-line! bg-sunken! text-ink-2!"
            />
          )}
        </Field>
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" busy={isBusy} className="mt-1">
          {isBusy ? 'Signing in' : 'Sign in'}
        </Button>
        <div data-print="no" className="mt-1 grid gap-2 border-t border-line pt-3">
          <p className="text-meta text-ink-3">Signing in as somebody else drops what was typed here.</p>
          <Button size="sm" onClick={() => leaveFor('/sign-in')} className="justify-self-start">
            Sign in as somebody else
          </Button>
        </div>
      </AuthBox>
    </dialog>,
    document.body,
  );
}
