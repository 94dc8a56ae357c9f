import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoticeTone = 'warn' | 'bad' | 'good' | 'busy';

const looks = {
  warn: { icon: TriangleAlert, tint: 'bg-warn-tint', ink: 'text-warn' },
  bad: { icon: CircleAlert, tint: 'bg-bad-tint', ink: 'text-bad' },
  good: { icon: CircleCheck, tint: 'bg-good-tint', ink: 'text-good' },
  busy: { icon: Info, tint: 'bg-busy-tint', ink: 'text-busy' },
} as const;

interface NoticeProps {
  tone: NoticeTone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** A `CloseMessage`; unlike an action it keeps its corner on narrow screens. */
  close?: ReactNode;
  className?: string;
}

/** What must be read, where it happened. Refused or down = bad, unknown = warn, changed by others = busy. */
export function Notice({ tone, title, children, action, close, className }: NoticeProps) {
  const { icon: Icon, tint, ink } = looks[tone];
  return (
    <div
      role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}
      data-boxed
      className={clsx(
        'grid grid-cols-[18px_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-0.5 rounded-md px-3 py-[9px] text-ink max-narrow:grid-cols-[18px_minmax(0,1fr)]',
        tint,
        className,
      )}
    >
      <Icon className={clsx('mt-[3px] size-3.5!', ink)} />
      <strong className="font-strong">{title}</strong>
      {children !== undefined && <div className="col-start-2 text-ink-2">{children}</div>}
      {action !== undefined && (
        <div className="col-start-3 row-span-2 row-start-1 self-center max-narrow:col-start-2 max-narrow:row-auto max-narrow:mt-1 max-narrow:justify-self-start">
          {action}
        </div>
      )}
      {close !== undefined && <div className="col-start-3 row-span-2 row-start-1 -mt-0.5">{close}</div>}
    </div>
  );
}
