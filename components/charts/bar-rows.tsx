import type { Route } from 'next';
import Link from 'next/link';

interface BarRow {
  key: string;
  name: string;
  href: Route;
  value: number;
  /** The number in words, at the end of the row. */
  text: string;
  /** What is said beside it. */
  note?: string;
  /** Between these most of it lies. */
  spread?: { from: number; to: number } | undefined;
}
interface BarRowsProps {
  label: string;
  /** Heads of the three columns, for those who cannot see the bars. */
  heads: readonly [string, string, string];
  rows: readonly BarRow[];
}

/** A table whose numbers are drawn as well; each opens what it counts. */
export function BarRows({ label, heads, rows }: BarRowsProps) {
  const most = Math.max(1, ...rows.map(({ spread, value }) => Math.max(value, spread?.to ?? 0)));
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <table className="w-full" aria-label={label}>
      <thead className="sr-only">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ href, key, name, note, spread, text, value }) => (
          <tr key={key}>
            <th scope="row" className="py-0.5 pr-3 text-left font-normal">
              <Link
                href={href}
                prefetch={false}
                className="flex min-h-6 w-[132px] items-center font-normal wrap-anywhere"
              >
                {name}
              </Link>
            </th>
            <td className="w-full">
              <Link
                href={href}
                prefetch={false}
                aria-hidden="true"
                tabIndex={-1}
                className="relative block h-2.5 hover:bg-hover"
              >
                <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: share(value) }} />
                {spread && (
                  <span
                    className="absolute inset-y-1 border-x border-ink bg-ink-3"
                    style={{ left: share(spread.from), width: share(spread.to - spread.from) }}
                  />
                )}
              </Link>
            </td>
            <td className="pl-3 text-right whitespace-nowrap tabular">
              {text}
              {note !== undefined && <span className="ml-2 inline-block min-w-10 text-ink-3">{note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
