/**
 * `certain` says what is known about the outcome: "nothing" = nothing was changed, "unknown" = it may or may not have
 * happened and the console finds out by reading.
 */
export interface CatalogueEntry {
  status: number;
  title: string;
  detail: string;
  advice: string;
  certain: 'nothing' | 'unknown';
}

export const nothing = (status: number, title: string, detail: string, advice: string): CatalogueEntry => ({
  status,
  title,
  detail,
  advice,
  certain: 'nothing',
});
