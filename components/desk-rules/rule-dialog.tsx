'use client';
import { useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Checkbox, Field, Select, TextField } from '@/components/ui/field';
import { severities, severityWords, triedDays } from '@/lib/catalogues/decline-desk';
import { declineFamilies, familyWords } from '@/lib/catalogues/decline-families';
import { isSeverity } from '@/lib/client/cases/cases-state';
import { useAskForRule, useTryRule } from '@/lib/client/desk-rules/queries';
import {
  conditionsOf,
  draftOf,
  emptyDraft,
  faultsOf,
  faultsOfConditions,
  type RuleDraft,
  type RuleFaults,
  ruleOf,
} from '@/lib/client/desk-rules/rule-draft';
import type { DeskRule } from '@/lib/contracts/desk-rules';
import { Trial } from './trial';

interface RuleDialogProps {
  /** Absent: a new one. */
  rule: DeskRule | undefined;
  onClose: () => void;
  onAsked: (approvalId: string) => void;
}
type TextField = Exclude<keyof RuleDraft, 'isActive' | 'needsSecondReader' | 'severity' | 'families'>;

export function RuleDialog({ rule, onClose, onAsked }: RuleDialogProps) {
  const [draft, setDraft] = useState(rule ? draftOf(rule) : emptyDraft);
  const [faults, setFaults] = useState<RuleFaults>({});
  const ask = useAskForRule(rule);
  const trial = useTryRule();
  const change = (more: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...more });
    setFaults({});
    trial.reset();
  };
  const submit = () => {
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length === 0)
      ask.mutate(ruleOf(draft), { onSuccess: ({ approvalId }) => onAsked(approvalId) });
  };
  const attempt = () => {
    const found = faultsOfConditions(draft);
    setFaults(found);
    if (Object.keys(found).length === 0) trial.mutate(conditionsOf(draft));
  };
  const text = (name: TextField, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      error={faults[name]}
      spellCheck={false}
      maxLength={name === 'name' ? 80 : 600}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <Dialog
      width="wide"
      title={rule ? `Change “${rule.name}”` : 'Add a rule'}
      description={<p>What is left empty is not asked for. A second person of compliance agrees first.</p>}
      onSubmit={submit}
      onClose={onClose}
      busy={ask.isPending}
      footer={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button busy={trial.isPending} onClick={attempt}>
            {trial.isPending ? 'Trying' : `Try on the last ${triedDays} days`}
          </Button>
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {ask.isPending ? 'Asking' : 'Ask a second person'}
          </Button>
        </>
      }
    >
      {text('name', 'Name')}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Severity of its cases">
          {(parts) => (
            <Select
              {...parts}
              value={draft.severity}
              onChange={({ target }) => change({ severity: isSeverity(target.value) || draft.severity })}
            >
              {severities.map((one) => (
                <option key={one} value={one}>
                  {severityWords[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {text('dueHours', 'Due after, hours')}
      </div>
      {text('reasons', 'Reasons', 'Wise’s codes, with commas between; one of them has to match.')}
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-label">Kinds of reason</legend>
        <div className="grid grid-cols-3 gap-x-3 max-narrow:grid-cols-2">
          {declineFamilies.map((one) => (
            <Checkbox
              key={one}
              label={familyWords[one]}
              checked={draft.families.includes(one)}
              onChange={({ target }) =>
                change({
                  families: target.checked
                    ? [...draft.families, one]
                    : draft.families.filter((other) => other !== one),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 items-start gap-3">
        {text('amount', 'Amount from')}
        {text('currency', 'Currency')}
        {text('countries', 'Countries of the shop', 'As Wise writes them: GB, United Kingdom.')}
        {text('mccs', 'Merchant categories')}
        {text('cardTimes', 'Declines of a card')}
        {text('cardMinutes', 'Within minutes, card')}
        {text('merchantCards', 'Cards at a shop')}
        {text('merchantMinutes', 'Within minutes, shop')}
      </div>
      <Checkbox
        label="A second reader looks at each case before it is closed"
        checked={draft.needsSecondReader}
        onChange={({ target }) => change({ needsSecondReader: target.checked })}
      />
      <Checkbox
        label="Switched on"
        checked={draft.isActive}
        onChange={({ target }) => change({ isActive: target.checked })}
      />
      {faults.conditions && (
        <p role="alert" className="text-meta text-bad">
          {faults.conditions}
        </p>
      )}
      {trial.data && <Trial trial={trial.data} />}
      {trial.error && <ErrorState error={trial.error} />}
      {ask.error && <ErrorState error={ask.error} />}
    </Dialog>
  );
}
