import clsx from 'clsx';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerFill';
export type ButtonSize = 'md' | 'sm' | 'xs';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent border-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover',
  secondary: 'bg-surface border-line text-ink hover:bg-hover',
  quiet: 'bg-transparent border-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-surface border-line text-bad hover:bg-bad-tint hover:border-danger',
  dangerFill: 'bg-danger border-danger text-on-danger hover:bg-danger-hover hover:border-danger-hover',
};
const sizes: Record<ButtonSize, string> = {
  md: 'h-(--control) px-[11px] rounded-md',
  sm: 'h-(--control-sm) px-[9px] rounded-md',
  xs: 'h-(--control-xs) px-[7px] rounded-sm text-meta',
};
const square: Record<ButtonSize, string> = {
  md: 'h-(--control) w-(--control) rounded-md',
  sm: 'h-(--control-sm) w-(--control-sm) rounded-md',
  xs: 'h-(--control-xs) w-(--control-xs) rounded-sm',
};
const base =
  'inline-flex flex-none items-center justify-center gap-1.5 border font-control whitespace-nowrap no-underline hover:no-underline transition-colors duration-(--duration-fast) ease-out [&_.lucide]:size-3.5';
const notNowLook =
  'bg-sunken text-ink-3 border-dashed border-line-control cursor-not-allowed hover:bg-sunken';

interface Look {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
}

export function buttonClass({ variant = 'secondary', size = 'md' }: Look, className?: string): string {
  return clsx(base, variants[variant], sizes[size], className);
}

interface ButtonProps extends Look, ComponentProps<'button'> {
  icon?: ReactNode;
  /** Why it cannot be pressed now. The button stays reachable by Tab and tells the reason; a press does nothing. */
  notNow?: string | undefined;
  /** A press is being answered: further presses do nothing, the words stay readable. */
  busy?: boolean | undefined;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  notNow,
  busy,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const held = notNow !== undefined || busy === true;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (held) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      data-print="no"
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      {...(notNow ? { title: notNow, 'aria-describedby': reasonId } : {})}
      onClick={press}
      className={clsx(
        base,
        sizes[size],
        notNow ? notNowLook : variants[variant],
        busy && 'cursor-progress opacity-80',
        className,
      )}
    >
      {notNow ? <Lock /> : icon}
      {children}
      {notNow && (
        <span id={reasonId} className="sr-only">
          {notNow}
        </span>
      )}
    </button>
  );
}

interface ButtonLinkProps extends Look, ComponentProps<typeof Link> {}

export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return (
    <Link prefetch={false} {...rest} data-print="no" className={buttonClass({ variant, size }, className)} />
  );
}

interface IconButtonProps extends Look, Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does, for those who do not see the icon. */
  label: string;
}

export function IconButton({
  label,
  variant = 'quiet',
  size = 'md',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      data-print="no"
      aria-label={label}
      className={clsx(base, variants[variant], square[size], className)}
    />
  );
}
