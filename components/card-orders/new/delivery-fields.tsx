import { useId } from 'react';
import { Field, Select } from '@/components/ui/field';
import { isPhysicalDraft } from '@/lib/client/card-orders/order-draft';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import type { OfferedProps, OfProgramme } from './order-fields';
import { ReplacementFields } from './replacement-fields';

const ways = [
  { value: 'kiosk', label: 'Collected at a branch', hint: 'Printed at its kiosk while the customer waits.' },
  { value: 'post', label: 'By post', hint: 'Wise takes the region’s own way, tracked where it has that.' },
] as const;

/** Where the card goes. A branch orders for itself alone. */
export function DeliveryFields(props: OfferedProps & OfProgramme) {
  const { offered, draft, faults, onChange, programme } = props;
  const id = useId();
  const isEverywhere = useOwnBranches() === undefined;
  if (!isPhysicalDraft(programme)) return <ReplacementFields {...props} />;
  return (
    <>
      {isEverywhere && (
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-label">Delivery</legend>
          {ways.map(({ hint, label, value }) => (
            <label key={value} className="flex min-h-6 cursor-pointer items-start gap-2.5">
              <input
                type="radio"
                name={`${id}-way`}
                value={value}
                checked={draft.delivery === value}
                onChange={() => onChange({ delivery: value })}
                className="mt-0.5 size-4 flex-none accent-accent"
              />
              <span>
                {label}
                <span className="block text-meta text-ink-3">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {draft.delivery === 'kiosk' && (
        <Field
          label="Branch"
          error={faults.branchId}
          hint="It sees the order at once, and the holder’s name once the card can be printed."
        >
          {(parts) => (
            <Select
              {...parts}
              value={draft.branchId}
              onChange={({ target }) => onChange({ branchId: target.value })}
            >
              <option value="">Choose…</option>
              {offered.branches.map(({ id: branchId, name }) => (
                <option key={branchId} value={branchId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <ReplacementFields {...props} />
    </>
  );
}
