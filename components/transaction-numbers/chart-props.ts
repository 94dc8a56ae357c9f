import type { NumbersTableName } from '@/lib/catalogues/numbers-tables';
import type { Asked } from '@/lib/client/transaction-numbers/numbers-state';

/** What every chart of the page is given. */
export interface ChartProps {
  asked: Asked;
  /** Whether the period before is kept as a whole. */
  isCompared: boolean;
  /** Absent for whoever may not export. */
  onExport: ((table: NumbersTableName) => void) | undefined;
}
