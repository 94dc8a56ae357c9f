import clsx from 'clsx';
import { Mark } from '@/components/ui/mark';
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { approvalStep, type Step, stepsOfGroup } from '@/lib/client/batch-groups/group-acts';
import type { BeforeFunding } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail } from '@/lib/contracts/batch-groups';

interface StepListProps {
  group: BatchGroupDetail;
  before: BeforeFunding | null;
}

/** The way of a group, and where on it this one is; one that was cancelled or thrown away is on none. */
export function StepList({ group, before }: StepListProps) {
  const way = stepsOfGroup(group);
  if (!way) return null;
  const here = way.all.indexOf(way.current);
  const { mark, tone } = lookOfBatchGroupStatus(group.status);
  const approval = approvalStep(group, before);
  const isDone = (step: Step, index: number) => index < here && !(step === 'Approve' && approval.isOpen);
  return (
    <ol aria-label="Steps" className="flex flex-none items-center gap-2 px-(--gutter) pt-0.5 pb-2.5">
      {way.all.map((step, index) => (
        <li
          key={step}
          aria-current={index === here ? 'step' : undefined}
          className={clsx(
            'flex min-w-0 items-center gap-2',
            index < way.all.length - 1 && 'flex-1 after:h-px after:min-w-2 after:flex-1 after:bg-line',
            index === here ? 'font-strong' : 'text-ink-2',
          )}
        >
          {isDone(step, index) ? (
            <Mark mark="works" tone="good" />
          ) : index === here ? (
            <Mark mark={mark} tone={tone} />
          ) : index < here ? (
            <Mark mark="needs-a-hand" tone="warn" />
          ) : (
            <Mark mark="not-begun" tone="quiet" />
          )}
          <span className={clsx('min-w-0', index !== here && 'max-narrow:sr-only')}>
            {step}
            {isDone(step, index) && <span className="sr-only">, done</span>}
            {step === 'Approve' && (
              <span
                title={approval.words}
                className="block max-w-[140px] truncate text-meta font-[400] text-ink-3 max-wide:max-w-[84px]"
              >
                <span className="sr-only">, </span>
                {approval.words}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
