import { Field, Select } from '@/components/ui/field';
import { useCardList } from '@/lib/client/cards/queries';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { formatCardEnd, formatCardType, formatScheme } from '@/lib/format/card-numbers';
import { lookOfCardStatus } from '@/lib/catalogues/statuses';
import type { OfferedProps, OfProgramme } from './order-fields';

const reasons = [
  { value: 'CARD_DAMAGED', label: 'It is damaged' },
  { value: 'CARD_EXPIRING', label: 'It expires soon' },
] as const;

/** Wise knows two reasons to replace a card. A lost or stolen one is blocked first and ordered without one. */
export function ReplacementFields({ draft, onChange }: OfferedProps & OfProgramme) {
  const isEverywhere = useOwnBranches() === undefined;
  const list = useCardList({ profileId: [draft.profileId], status: ['ACTIVE', 'FROZEN', 'INACTIVE'] });
  const cards = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (!isEverywhere || cards.length === 0) return null;
  return (
    <div className="grid grid-cols-2 items-start gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
      <Field label="Replaces a card" hint="A lost or stolen card: block it first, then order without this.">
        {(parts) => (
          <Select
            {...parts}
            value={draft.replaces}
            onChange={({ target }) => onChange({ replaces: target.value })}
          >
            <option value="">No, a further one</option>
            {cards.map(({ cardProgram, lastFourDigits, status, token }) => (
              <option key={token} value={token}>
                {formatScheme(cardProgram.scheme)} {formatCardType(cardProgram.cardType)}{' '}
                {formatCardEnd(lastFourDigits)}, {lookOfCardStatus(status.value).word.toLowerCase()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.replaces !== '' && (
        <Field label="Why">
          {(parts) => (
            <Select
              {...parts}
              value={draft.replacementReason}
              onChange={({ target }) =>
                onChange({
                  replacementReason: target.value === 'CARD_EXPIRING' ? 'CARD_EXPIRING' : 'CARD_DAMAGED',
                })
              }
            >
              {reasons.map(({ label, value }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
