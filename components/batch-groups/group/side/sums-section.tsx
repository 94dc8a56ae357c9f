import { KeyValues } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { formatCount } from '@/lib/format/counts';
import { formatAmount } from '@/lib/format/money';
import { Sums } from './sums';

export function SumsSection({ group }: { group: BatchGroupDetail }) {
  const { newPayees, origin, rows, sourceCurrency, totals } = group;
  const money = (amount: string) => (
    <>
      {formatAmount(amount, sourceCurrency)} <span className="text-meta text-ink-3">{sourceCurrency}</span>
    </>
  );
  if (origin === 'wise')
    return (
      <Section title="Sums" end="made by another program">
        <KeyValues
          items={[
            { label: 'Transfers', value: formatCount(rows.inGroup) },
            {
              label: 'They take',
              value:
                group.total === null ? (
                  'not known before each was read'
                ) : (
                  <span className="font-strong">{money(totals.inGroup)}</span>
                ),
            },
          ]}
        />
      </Section>
    );
  return (
    <>
      {rows.inGroup > 0 && (
        <Section title="In the group so far">
          <KeyValues
            items={[
              { label: 'They take', value: <span className="font-strong">{money(totals.inGroup)}</span> },
              { label: 'Fees in it', value: money(totals.fees) },
              { label: 'Transfers', value: formatCount(rows.inGroup) },
            ]}
          />
        </Section>
      )}
      {newPayees > 0 && (
        <Section title="In the file">
          <KeyValues items={[{ label: 'New payees', value: formatCount(newPayees) }]} />
        </Section>
      )}
      {totals.toCome.length > 0 && (
        <Section title="Still to come">
          <Sums sums={totals.toCome} />
        </Section>
      )}
      {totals.heldBack.length > 0 && (
        <Section title="Held back, refused" end="not sent as they are">
          <Sums sums={totals.heldBack} />
        </Section>
      )}
    </>
  );
}
