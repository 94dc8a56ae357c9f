'use client';
import { Field, Input, Select } from '@/components/ui/field';
import { plasticPlaces, plasticPlaceWords } from '@/lib/catalogues/printing';
import type { KioskBoard } from '@/lib/contracts/kiosk-board';
import type { AccountDraft, AccountFaults } from './account-draft';

interface AccountFieldsProps {
  draft: AccountDraft;
  faults: AccountFaults;
  needsClearance: boolean;
  witnesses: KioskBoard['witnesses'];
  onChange: (draft: AccountDraft) => void;
}

/** What a further try is not sent without. */
export function AccountFields({ draft, faults, needsClearance, witnesses, onChange }: AccountFieldsProps) {
  const change = (part: Partial<AccountDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Field label="What was done" error={faults.whatWasDone} hint="Such as: changed the ribbon.">
        {(parts) => (
          <Input
            {...parts}
            maxLength={300}
            autoComplete="off"
            value={draft.whatWasDone}
            onChange={({ target }) => change({ whatWasDone: target.value })}
          />
        )}
      </Field>
      <Field label="Where is the plastic of the last try?" error={faults.previousPlastic}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.previousPlastic}
            onChange={({ target }) =>
              change({ previousPlastic: plasticPlaces.find((place) => place === target.value) ?? '' })
            }
          >
            <option value="">Choose</option>
            {plasticPlaces.map((place) => (
              <option key={place} value={place}>
                {plasticPlaceWords[place]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.previousPlastic === 'destroyed' && (
        <Field label="Who stood by" error={faults.witnessId} hint="It is written down in the day’s count.">
          {(parts) => (
            <Select
              {...parts}
              value={draft.witnessId}
              onChange={({ target }) => change({ witnessId: target.value })}
            >
              <option value="">Choose</option>
              {witnesses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {needsClearance && (
        <Field
          label="Who agreed to another try"
          error={faults.clearedBy}
          hint="The engineer by name, or Wise with its reference."
        >
          {(parts) => (
            <Input
              {...parts}
              maxLength={80}
              autoComplete="off"
              value={draft.clearedBy}
              onChange={({ target }) => change({ clearedBy: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
