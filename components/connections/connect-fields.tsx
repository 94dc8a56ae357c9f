'use client';
import { TextField } from '@/components/ui/field';
import { connectMethods } from '@/lib/catalogues/connections';
import type { ConnectMethod, GrantDraft, GrantField } from '@/lib/client/connections/grant-draft';

const ways: Record<ConnectMethod, { label: string; hint: string }> = {
  authorization_code: {
    label: 'On Wise’s own page',
    hint: 'The owner signs in at Wise and chooses a profile; Wise sends the browser back here. Renewed by itself.',
  },
  registration_code: {
    label: 'By a registration code',
    hint: 'For users this company signed up at Wise itself, with the code it gave them. Renewed by itself.',
  },
  refresh_token: {
    label: 'By a refresh token',
    hint: 'Pasted from another system. The console renews it from now on, so the other system can no longer use it.',
  },
  personal_token: {
    label: 'By a personal token',
    hint: 'Made by the owner in Wise’s settings. Activities only: Wise shows no cards with it. Good until it is revoked.',
  },
};

interface ConnectFieldsProps {
  draft: GrantDraft;
  faults: Partial<Record<GrantField, string>>;
  onChange: (draft: GrantDraft) => void;
}

export function ConnectFields({ draft, faults, onChange }: ConnectFieldsProps) {
  const field = (name: GrantField, label: string, type: 'email' | 'password', hint?: string) => (
    <TextField
      label={label}
      error={faults[name]}
      hint={hint}
      name={name}
      type={type}
      spellCheck={false}
      value={draft[name]}
      onChange={(text) => onChange({ ...draft, [name]: text })}
    />
  );
  const stays = 'Sealed on the server. Nobody sees it again.';
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-label">How</legend>
        {connectMethods.map((method) => (
          <label key={method} className="flex min-h-6 cursor-pointer items-start gap-2.5">
            <input
              type="radio"
              name="method"
              value={method}
              checked={draft.method === method}
              onChange={() => onChange({ ...draft, method })}
              className="mt-[3px] size-4 flex-none accent-accent"
            />
            <span>
              {ways[method].label}
              <span className="block text-meta text-ink-3">{ways[method].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.method === 'registration_code' && (
        <>
          {field('email', 'E-mail of the Wise user', 'email')}
          {field('registrationCode', 'Registration code', 'password', 'Shown to Wise once, kept nowhere.')}
        </>
      )}
      {draft.method === 'refresh_token' && field('refreshToken', 'Refresh token', 'password', stays)}
      {draft.method === 'personal_token' && field('token', 'Personal token', 'password', stays)}
    </>
  );
}
