'use client';
import { type ReactNode, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useAskForRules } from '@/lib/client/approval-rules/queries';
import {
  draftOfRules,
  emptyRuleDraft,
  faultsOfRule,
  type RuleDraft,
  withoutRule,
  withRule,
} from '@/lib/client/approval-rules/rule-draft';
import type { ApprovalRules } from '@/lib/contracts/approval-rules';
import { consequence } from './rule-words';

export interface OpenRule {
  /** Empty: a new one. */
  currency: string;
}

interface RuleDialogProps {
  open: OpenRule;
  rules: ApprovalRules;
  onClose: () => void;
  onAsked: () => void;
}

export function RuleDialog({ open: { currency }, rules: seen, onClose, onAsked }: RuleDialogProps) {
  const { rules, version } = seen;
  const isNew = currency === '';
  const [draft, setDraft] = useState(isNew ? emptyRuleDraft : draftOfRules(rules, currency));
  const [isChecked, setChecked] = useState(false);
  const ask = useAskForRules();
  const faults = isChecked ? faultsOfRule(draft) : {};
  const send = (wanted: ReturnType<typeof withRule>) =>
    ask.mutate({ version, rules: wanted }, { onSuccess: onAsked });
  const submit = () => {
    setChecked(true);
    if (Object.keys(faultsOfRule(draft)).length === 0) send(withRule(rules, draft));
  };
  const field = (name: keyof RuleDraft, label: ReactNode, more: { hint?: string; placeholder: string }) => (
    <TextField
      label={label}
      hint={more.hint}
      error={faults[name]}
      name={name}
      spellCheck={false}
      maxLength={name === 'currency' ? 3 : 24}
      className={name === 'currency' ? 'max-w-[92px] uppercase' : 'max-w-[200px] tabular'}
      placeholder={more.placeholder}
      value={draft[name]}
      onChange={(text) => setDraft({ ...draft, [name]: text })}
    />
  );
  return (
    <Dialog
      title={isNew ? 'Add a rule for a currency' : `Change the rule for ${currency}`}
      description={<p>{consequence} A second administrator agrees first.</p>}
      onSubmit={submit}
      onClose={onClose}
      busy={ask.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          {!isNew && (
            <Button busy={ask.isPending} onClick={() => send(withoutRule(rules, currency))}>
              Ask for the default
            </Button>
          )}
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {ask.isPending ? 'Asking' : 'Ask for the change'}
          </Button>
        </>
      }
    >
      {isNew && field('currency', 'Currency', { placeholder: 'GBP' })}
      {field('one', 'One person approves above', { placeholder: '10,000' })}
      {field('two', 'Two people approve above', {
        placeholder: '250,000',
        hint: 'Empty: never two.',
      })}
      {ask.error && <ErrorState error={ask.error} />}
    </Dialog>
  );
}
