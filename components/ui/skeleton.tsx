import clsx from 'clsx';

/** One grey bar. Give it a width. */
export function Bar({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx('block h-2.5 rounded-xs bg-line', className)} />;
}
