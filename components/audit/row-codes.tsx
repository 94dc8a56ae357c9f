/** What the act asked for and found, in ids and codes: `from` and `to`, or one line per code. */
export function RowCodes({ details }: { details: Record<string, unknown> }) {
  const { from, to, ...rest } = details;
  const codes = Object.entries(rest);
  const hasChange = from !== undefined || to !== undefined;
  if (!hasChange && codes.length === 0) return <span>none</span>;
  return (
    <ul className="grid gap-0.5">
      {hasChange && (
        <li>
          {from !== undefined && (
            <>
              <span className="text-meta text-ink-3">before</span>{' '}
              <span className="code">{textOf(from)}</span>{' '}
            </>
          )}
          {to !== undefined && (
            <>
              <span className="text-meta text-ink-3">after</span> <span className="code">{textOf(to)}</span>
            </>
          )}
        </li>
      )}
      {codes.map(([name, value]) => (
        <li key={name}>
          <span className="text-meta text-ink-3">{name}</span> <span className="code">{textOf(value)}</span>
        </li>
      ))}
    </ul>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
