'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';
import { useBranchFigures } from '@/lib/client/kiosks/queries';
import { FaultBars } from '../figures/fault-bars';
import { KioskTimes } from '../figures/kiosk-times';
import { OutcomeDays } from '../figures/outcome-days';

/** Thirty days of the branch. */
export function BranchCharts({ branchId }: { branchId: string }) {
  const { data, error, refetch, isFetching } = useBranchFigures(branchId);
  if (!data)
    return (
      <Section title="Jobs a day, 30 days">
        {error ? (
          <ErrorState
            error={error}
            title="The figures could not be read."
            onRetry={() => void refetch()}
            busy={isFetching}
          />
        ) : (
          <div
            aria-busy
            aria-label="Reading the figures"
            className="grid min-h-28 animate-late content-start gap-3"
          >
            <Bar className="w-[80%]" />
            <Bar className="w-[60%]" />
          </div>
        )}
      </Section>
    );
  const of = { branch: branchId };
  return (
    <>
      <OutcomeDays days={data.days} of={of} />
      <FaultBars faults={data.faults} days={data.days} of={of} />
      <KioskTimes {...data} />
    </>
  );
}
