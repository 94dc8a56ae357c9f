'use client';
import { useEffect, useRef } from 'react';
import { Checkbox, Field, Select, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { flagsOfRole, type PersonFlag, roleNames, roles } from '@/lib/catalogues/console-permissions';
import { type DraftFault, mayHaveLimits, type PersonDraft } from '@/lib/client/staff/person-draft';
import { useBranches } from '@/lib/client/branches/queries';
import { LimitFields } from './limit-fields';

const rolesDo: Record<PersonDraft['role'], string> = {
  operator: 'Finds, freezes and blocks cards, switches spending permissions.',
  compliance: 'Sees every card and reason, freezes and blocks.',
  branch_manager: 'Sees only the cards of the own branches and may freeze them.',
  admin: 'Keeps staff and connections, decides on requests. Reads cards, changes none.',
  auditor: 'Reads everything that is not restricted, changes nothing.',
};
const flagTexts: Record<PersonFlag, { label: string; hint: string }> = {
  reveal: { label: 'May reveal card details', hint: 'Number and security code, with a reason, recorded.' },
  approve: {
    label: 'May decide on requests',
    hint: 'About cards and money, up to the limits below. Never on the own ones.',
  },
};
const flagsInOrder = Object.keys(flagTexts) as PersonFlag[];

interface PersonFieldsProps {
  draft: PersonDraft;
  faults: readonly DraftFault[];
  isNew: boolean;
  onChange: (draft: PersonDraft) => void;
}

export function PersonFields({ draft, faults, isNew, onChange }: PersonFieldsProps) {
  const branches = useBranches();
  const faultOf = (field: DraftFault['field']) => faults.find((fault) => fault.field === field)?.message;
  const toggled = <T,>(values: readonly T[], value: T, isOn: boolean) => [
    ...values.filter((one) => one !== value),
    ...(isOn ? [value] : []),
  ];
  const noBranch = faultOf('branchIds');
  return (
    <>
      <TextField
        label="Name"
        error={faultOf('name')}
        name="name"
        maxLength={120}
        value={draft.name}
        onChange={(text) => onChange({ ...draft, name: text })}
      />
      {isNew && (
        <TextField
          label="E-mail"
          hint="The person signs in with it."
          error={faultOf('email')}
          name="email"
          type="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={draft.email}
          onChange={(text) => onChange({ ...draft, email: text })}
        />
      )}
      <Field label="Role" hint={rolesDo[draft.role]}>
        {(parts) => (
          <Select
            {...parts}
            name="role"
            value={draft.role}
            onChange={({ target }) =>
              onChange({ ...draft, role: roles.find((role) => role === target.value) ?? draft.role })
            }
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.role === 'branch_manager' && (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-label">Branches</legend>
          {branches.data?.items.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="branchIds"
              label={name}
              checked={draft.branchIds.includes(id)}
              onChange={({ target }) =>
                onChange({ ...draft, branchIds: toggled(draft.branchIds, id, target.checked) })
              }
            />
          ))}
          {branches.isPending && <span className="text-meta text-ink-3">Reading the branches</span>}
          {branches.error && (
            <span className="text-meta text-bad">
              The branches could not be read. Close this and try again.
            </span>
          )}
          {branches.data?.items.length === 0 && (
            <span className="text-meta text-ink-3">There is no branch yet.</span>
          )}
          {noBranch !== undefined && <span className="text-meta text-bad">{noBranch}</span>}
        </fieldset>
      )}
      {flagsOfRole[draft.role].length > 0 && (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1 font-label">Flags</legend>
          {flagsInOrder
            .filter((flag) => flagsOfRole[draft.role].includes(flag))
            .map((flag) => (
              <Checkbox
                key={flag}
                {...flagTexts[flag]}
                checked={draft.flags.includes(flag)}
                onChange={({ target }) =>
                  onChange({ ...draft, flags: toggled(draft.flags, flag, target.checked) })
                }
              />
            ))}
        </fieldset>
      )}
      {mayHaveLimits(draft) && (
        <LimitFields
          limits={draft.approvalLimits}
          fault={faultOf('approvalLimits')}
          onChange={(approvalLimits) => onChange({ ...draft, approvalLimits })}
        />
      )}
    </>
  );
}

/** Above the fields; takes the focus each time a try was refused. */
export function FaultSummary({ faults, tries }: { faults: readonly DraftFault[]; tries: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) place.current?.focus();
  }, [tries]);
  if (faults.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Notice
        tone="bad"
        title={faults.length === 1 ? 'One thing to mend' : `${faults.length} things to mend`}
      >
        <ul>
          {faults.map(({ field, message }) => (
            <li key={field}>
              <button
                type="button"
                className="min-h-6 text-left underline underline-offset-2"
                onClick={(event) => {
                  const control = event.currentTarget.form?.elements.namedItem(field);
                  const first = control instanceof RadioNodeList ? control[0] : control;
                  if (first instanceof HTMLElement) first.focus();
                }}
              >
                {message}
              </button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
