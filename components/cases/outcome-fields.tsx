'use client';
import { Field, Select, TextField } from '@/components/ui/field';
import { type CaseOutcome, caseOutcomes, caseOutcomeWords } from '@/lib/catalogues/decline-desk';

/** What came of a case, as it is filled in. */
export interface OutcomeDraft {
  outcome: CaseOutcome | undefined;
  reference: string;
  followUpOn: string;
  note: string;
}
export const noOutcome: OutcomeDraft = { outcome: undefined, reference: '', followUpOn: '', note: '' };

const wantsReference = ({ outcome }: OutcomeDraft) => outcome === 'referred-to-wise';

/** What is sent; undefined while something is missing. */
export function decisionOf(draft: OutcomeDraft) {
  const { followUpOn, note, outcome, reference } = draft;
  if (outcome === undefined || note.trim() === '' || (wantsReference(draft) && reference.trim() === ''))
    return undefined;
  return {
    outcome,
    note: note.trim(),
    ...(wantsReference(draft) && { reference: reference.trim() }),
    ...(followUpOn !== '' && { followUpOn }),
  };
}

interface OutcomeFieldsProps {
  draft: OutcomeDraft;
  /** It was sent once, so what is missing is said. */
  isChecked: boolean;
  onChange: (more: Partial<OutcomeDraft>) => void;
}

/** The outcome, and Wise's reference where it asks for one. */
export function OutcomeFields({ draft, isChecked, onChange }: OutcomeFieldsProps) {
  const { outcome, reference } = draft;
  return (
    <>
      <Field label="Outcome" error={isChecked && !outcome ? 'Choose what came of it.' : undefined}>
        {(parts) => (
          <Select
            {...parts}
            value={outcome ?? ''}
            onChange={({ target }) => onChange({ outcome: caseOutcomes.find((one) => one === target.value) })}
          >
            <option value="">Choose</option>
            {caseOutcomes.map((one) => (
              <option key={one} value={one}>
                {caseOutcomeWords[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {wantsReference(draft) && (
        <TextField
          label="Wise’s reference"
          error={
            isChecked && reference.trim() === '' ? 'Write the reference under which Wise has it.' : undefined
          }
          maxLength={100}
          value={reference}
          onChange={(text) => onChange({ reference: text })}
        />
      )}
    </>
  );
}

/** The day on which somebody looks again. */
export function FollowUpField({ draft, onChange }: Omit<OutcomeFieldsProps, 'isChecked'>) {
  return (
    <TextField
      label="Look again on, if needed"
      type="date"
      value={draft.followUpOn}
      onChange={(text) => onChange({ followUpOn: text })}
    />
  );
}
