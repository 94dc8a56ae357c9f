import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon?: ReactNode;
  /** What is not there. */
  title: ReactNode;
  /** The nearest guess or the first step. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-1.5 px-(--gutter) pt-5 pb-[22px] text-ink-2" role="status">
      {icon}
      <p className="font-semibold text-ink">{title}</p>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
