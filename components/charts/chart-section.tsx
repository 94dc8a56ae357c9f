'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';

interface ChartSectionProps {
  title: string;
  /** Where it is undefined the numbers stand in the chart. */
  table?: ReactNode;
  /** Said in place of a chart without anything in it. */
  empty?: string | undefined;
  /** Absent where the table cannot be had as a file. */
  onExport?: (() => void) | undefined;
  children: ReactNode;
}

/** A chart, and the same numbers as a table. */
export function ChartSection({ title, table, empty, onExport, children }: ChartSectionProps) {
  const [isTable, setTable] = useState(false);
  if (empty !== undefined)
    return (
      <Section title={title}>
        <p className="text-ink-2">{empty}</p>
      </Section>
    );
  return (
    <Section
      title={title}
      end={
        table !== undefined && (
          <>
            {isTable && onExport && (
              <Button size="sm" variant="quiet" onClick={onExport}>
                Export CSV…
              </Button>
            )}
            <Button size="sm" variant="quiet" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              As table
            </Button>
          </>
        )
      }
    >
      {isTable ? table : children}
    </Section>
  );
}
