import { Field, Input, TextField } from '@/components/ui/field';
import {
  hasUnusualLetters,
  isPhysicalDraft,
  mostEmbossed,
  toPlainLetters,
} from '@/lib/client/card-orders/order-draft';
import type { OfferedProps, OfProgramme } from './order-fields';

/** Whose card it is, what is printed on it, and the phone that Wise sends codes to. */
export function HolderFields({ draft, faults, onChange, programme }: OfferedProps & OfProgramme) {
  const isPhysical = isPhysicalDraft(programme);
  const isUnusual = hasUnusualLetters(draft.embossedName);
  return (
    <div className="grid grid-cols-2 items-start gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
      <TextField
        label="Holder’s name"
        error={faults.cardHolderName}
        maxLength={120}
        value={draft.cardHolderName}
        onChange={(text) => onChange({ cardHolderName: text })}
        onBlur={() => {
          if (isPhysical && draft.embossedName === '')
            onChange({ embossedName: toPlainLetters(draft.cardHolderName) });
        }}
      />
      <TextField
        label="Holder’s phone"
        error={faults.phoneNumber}
        hint="With its country, like +44 7700 900417."
        type="tel"
        value={draft.phoneNumber}
        onChange={(text) => onChange({ phoneNumber: text })}
      />
      {isPhysical && (
        <Field
          label="Name on the card"
          error={faults.embossedName}
          hint={
            isUnusual ? (
              <span className="text-warn">
                Some letters may be missing at the printer. Plain: {toPlainLetters(draft.embossedName)}
              </span>
            ) : (
              `${draft.embossedName.trim().length} of ${mostEmbossed}`
            )
          }
        >
          {(parts) => (
            <Input
              {...parts}
              autoComplete="off"
              value={draft.embossedName}
              onFocus={() => {
                if (draft.embossedName === '')
                  onChange({ embossedName: toPlainLetters(draft.cardHolderName) });
              }}
              onChange={({ target }) => onChange({ embossedName: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
