import clsx from 'clsx';

/** A filled number waits for you. */
export function WaitingCount({ count, className }: { count: number; className: string }) {
  return (
    <span
      className={clsx(
        'rounded-full bg-accent px-1.5 text-tag leading-[17px] font-head text-on-accent tabular',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
