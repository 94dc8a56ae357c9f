import Link from 'next/link';
import { KeyValues } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { CardStatusMark } from '@/components/cards/card-status';
import { cardStatusValues } from '@/lib/catalogues/statuses';
import { formatCount } from '@/lib/format/counts';

const known: readonly string[] = cardStatusValues;

/** In the catalogue's order; a status nobody knows yet comes last. */
function statusesOf(counts: Record<string, number>): string[] {
  const present = Object.keys(counts).filter((status) => (counts[status] ?? 0) > 0);
  const order = (status: string) => (known.includes(status) ? known.indexOf(status) : known.length);
  return present.sort((a, b) => order(a) - order(b) || a.localeCompare(b));
}

const link = 'inline-flex min-h-6 min-w-6 items-center justify-end';

interface CardCountsProps {
  title: string;
  counts: Record<string, number>;
  total: number;
}

export function CardCounts({ title, counts, total }: CardCountsProps) {
  return (
    <Section
      title={title}
      end={
        <Link prefetch={false} href="/cards?view=all" className={`${link} text-body tabular`}>
          {formatCount(total)}
          <span className="sr-only"> cards in all</span>
        </Link>
      }
    >
      {total === 0 ? (
        <p className="text-ink-2">None that you may see.</p>
      ) : (
        <KeyValues
          items={statusesOf(counts).map((status) => ({
            key: status,
            label: <CardStatusMark status={status} />,
            value: (
              <Link prefetch={false} href={{ pathname: '/cards', query: { status } }} className={link}>
                {formatCount(counts[status] ?? 0)}
                <span className="sr-only"> cards with this status</span>
              </Link>
            ),
          }))}
        />
      )}
    </Section>
  );
}
