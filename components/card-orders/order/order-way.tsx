import clsx from 'clsx';
import { Mark } from '@/components/ui/mark';
import { Section } from '@/components/ui/page';
import { endOfOrder, stepsOfOrder } from '@/lib/catalogues/card-order-steps';
import { lookOfCardOrderStatus } from '@/lib/catalogues/statuses';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CardOrder } from '@/lib/contracts/card-orders';
import { formatDetailTime } from '@/lib/format/times';

/** Wise's way of an order, where this one is on it, since when, and what makes it go on. */
export function OrderWay({ order }: { order: CardOrder }) {
  const timeZone = useTimeZone();
  const { deliveryOption, status, statuses } = order;
  const steps = stepsOfOrder(deliveryOption);
  const here = steps.findIndex((step) => step.status === status);
  const end = endOfOrder(status);
  const seenAt = (wanted: string) => statuses.find((one) => one.status === wanted)?.at;
  const time = (at: string | undefined) =>
    at && (
      <time dateTime={at} className="ml-2 text-meta text-ink-3">
        {formatDetailTime(at, timeZone)}
      </time>
    );
  return (
    <Section title="Where it is">
      <ol aria-label="Steps of the order">
        {steps.map((step, index) => {
          const look = lookOfCardOrderStatus(step.status);
          const isHere = index === here;
          const isDone = here > index || (here === -1 && seenAt(step.status) !== undefined);
          return (
            <li
              key={step.status}
              aria-current={isHere ? 'step' : undefined}
              className={clsx(
                'relative grid grid-cols-[14px_minmax(0,1fr)] gap-x-2 py-[5px]',
                'before:absolute before:inset-y-0 before:left-[5.5px] before:w-px before:bg-line first:before:top-3.5',
                end === undefined && 'last:before:bottom-auto last:before:h-3.5',
              )}
            >
              <Mark
                mark={isDone ? 'works' : isHere ? look.mark : 'not-begun'}
                tone={isDone ? 'good' : isHere ? look.tone : 'quiet'}
                className="relative mt-[5px] bg-surface outline-[3px] outline-surface outline-solid"
              />
              <div>
                <span className={isHere ? 'font-strong' : 'text-ink-2'} title={step.status}>
                  {look.word}
                </span>
                {isDone && <span className="sr-only">, done</span>}
                {time(seenAt(step.status))}
                {isHere && (
                  <p className="max-w-[68ch] text-ink-2">
                    {step.means} {step.next}
                  </p>
                )}
              </div>
            </li>
          );
        })}
        {end !== undefined && (
          <li aria-current="step" className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-2 py-[5px]">
            <Mark
              mark={lookOfCardOrderStatus(status).mark}
              tone={lookOfCardOrderStatus(status).tone}
              className="mt-[5px]"
            />
            <div>
              <span className="font-strong">{lookOfCardOrderStatus(status).word}</span>
              {time(seenAt(status))}
              <p className="max-w-[68ch] text-ink-2">{end}</p>
            </div>
          </li>
        )}
      </ol>
    </Section>
  );
}
