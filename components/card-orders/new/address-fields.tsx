import { Field, Input } from '@/components/ui/field';
import { isPhysicalDraft, type OrderField } from '@/lib/client/card-orders/order-draft';
import type { OfProgramme, OrderFieldsProps } from './order-fields';

const lines: readonly { field: OrderField; label: string; isWide?: boolean }[] = [
  { field: 'firstLine', label: 'Street and number', isWide: true },
  { field: 'secondLine', label: 'Second line, if any', isWide: true },
  { field: 'city', label: 'Town' },
  { field: 'postCode', label: 'Postcode' },
  { field: 'state', label: 'State, where the country has them' },
  { field: 'country', label: 'Country, two letters' },
];

/** Wise checks it before anything is ordered. A card that is collected needs one as well. */
export function AddressFields({ draft, faults, onChange, programme }: OrderFieldsProps & OfProgramme) {
  if (!isPhysicalDraft(programme)) return null;
  return (
    <fieldset className="grid grid-cols-2 items-start gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
      <legend className="mb-1 font-label">
        {draft.delivery === 'post' ? 'Address it is sent to' : 'Holder’s address'}
      </legend>
      {lines.map(({ field, isWide = false, label }) => (
        <Field
          key={field}
          label={label}
          error={faults[field]}
          className={isWide ? 'col-span-full' : ''}
          hint={field === 'firstLine' ? 'No PO boxes. At most 30 characters a line.' : undefined}
        >
          {(parts) => (
            <Input
              {...parts}
              autoComplete="off"
              maxLength={100}
              value={draft[field]}
              onChange={({ target }) => onChange({ [field]: target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
