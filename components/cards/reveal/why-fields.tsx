import { Field, Select, TextField } from '@/components/ui/field';
import { type RevealReason, revealReasons } from '@/lib/catalogues/reveals';

const reasons = Object.entries(revealReasons) as [RevealReason, string][];

export interface WhyDraft {
  reason: RevealReason | '';
  ticket: string;
}
export const emptyWhy: WhyDraft = { reason: '', ticket: '' };

/** @returns undefined while something is missing */
export function toWhy({ reason, ticket }: WhyDraft): { reason: RevealReason; ticket: string } | undefined {
  const given = ticket.trim();
  return reason === '' || given === '' ? undefined : { reason, ticket: given };
}

interface WhyFieldsProps {
  why: WhyDraft;
  onChange: (why: WhyDraft) => void;
  /** A try was made: what is missing is said. */
  isChecked: boolean;
  /** What the server says of the ticket. */
  ticketFault: string | undefined;
}

export function WhyFields({ why, onChange, isChecked, ticketFault }: WhyFieldsProps) {
  const { reason, ticket } = why;
  return (
    <>
      <Field label="Reason" error={isChecked && reason === '' ? 'Choose a reason.' : undefined}>
        {(parts) => (
          <Select
            {...parts}
            value={reason}
            onChange={(event) =>
              onChange({ ...why, reason: reasons.find(([one]) => one === event.target.value)?.[0] ?? '' })
            }
          >
            <option value="">Choose …</option>
            {reasons.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        label="Ticket"
        error={isChecked && ticket.trim() === '' ? 'Give the ticket this is for.' : ticketFault}
        maxLength={40}
        spellCheck={false}
        value={ticket}
        onChange={(text) => onChange({ ...why, ticket: text })}
      />
    </>
  );
}
