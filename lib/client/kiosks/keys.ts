import type { CardPath } from '../../contracts/cards.ts';
import { cardKeys } from '../cards/keys.ts';

/** All below `kiosks`, which an event about any print makes old. */
export const kioskKeys = {
  board: (branchId: string) => ['kiosks', 'board', branchId] as const,
  jobs: (filters: object) => ['kiosks', 'jobs', filters] as const,
  figures: (kioskId: string) => ['kiosks', 'figures', kioskId] as const,
  branchFigures: (branchId: string) => ['kiosks', 'branch-figures', branchId] as const,
  job: (jobId: string) => ['kiosks', 'job', jobId] as const,
  production: (path: CardPath) => [...cardKeys.card(path), 'production'] as const,
};
