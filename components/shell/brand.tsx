import clsx from 'clsx';
import type { Session } from '@/lib/contracts/session';

const names: Record<Session['environment'], string> = {
  emulator: 'Emulator',
  sandbox: 'Sandbox',
  production: 'Production',
};

export function BrandMark() {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className="size-5 flex-none fill-none stroke-current stroke-[1.8] text-accent-ink"
    >
      <rect x="1.4" y="3.9" width="17.2" height="12.2" rx="2.6" />
      <path d="M1.4 8h17.2M5 12.4h3.4" />
    </svg>
  );
}

/** Which Wise the console talks to: dashed where no real money moves. */
export function EnvironmentTag({
  environment,
  className,
}: {
  environment: Session['environment'];
  className?: string;
}) {
  return (
    <span
      className={clsx(
        'rounded-xs border border-line-control px-1 text-tag font-[560] text-ink-2',
        environment === 'production' ? 'border-solid' : 'border-dashed',
        className,
      )}
    >
      {names[environment]}
    </span>
  );
}
