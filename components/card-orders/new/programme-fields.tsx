import { Field, Select } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { isPhysicalType } from '@/lib/catalogues/card-orders';
import type { CardAvailability } from '@/lib/contracts/card-order-writes';
import { formatProgramme, formatScheme } from '@/lib/format/card-numbers';
import type { OfferedProps } from './order-fields';

/** Which kind of card, and how many more of it there may be. */
export function ProgrammeFields({ offered, draft, faults, onChange }: OfferedProps) {
  if (offered.programmes.length === 0)
    return (
      <Notice tone="warn" title="Wise takes no further order for this profile.">
        {wordsOfLimits(offered)} A card that is not needed any more can be blocked, which makes room.
      </Notice>
    );
  return (
    <Field label="Kind of card" error={faults.programme} hint={wordsOfLimits(offered)}>
      {(parts) => (
        <Select
          {...parts}
          value={draft.programme}
          onChange={({ target }) =>
            onChange({
              programme: target.value,
              ...(draft.phoneNumber === '' && offered.phoneNumber && { phoneNumber: offered.phoneNumber }),
              ...(draft.cardHolderName === '' &&
                offered.profileType === 'PERSONAL' &&
                offered.profileName && { cardHolderName: offered.profileName }),
              ...(draft.branchId === '' &&
                offered.branches.length === 1 && { branchId: offered.branches[0]?.id ?? '' }),
            })
          }
        >
          <option value="">Choose…</option>
          {offered.programmes.map(({ cardType, defaultCurrency, name, scheme }) => (
            <option key={name} value={name}>
              {[
                isPhysicalType(cardType) ? 'Physical' : 'Virtual',
                scheme && formatScheme(scheme),
                formatProgramme(name),
                defaultCurrency,
              ]
                .filter(Boolean)
                .join(' · ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function wordsOfLimits({ held, most }: CardAvailability): string {
  if (most === null) return `The profile has ${held.physical} physical and ${held.virtual} virtual cards.`;
  return `The profile has ${held.physical} of ${most.physical} physical and ${held.virtual} of ${most.virtual} virtual cards, ${held.virtualToday} of ${most.virtualPerDay} virtual ones ordered today.`;
}
