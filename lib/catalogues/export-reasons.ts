export const exportReasons = [
  'customer-request',
  'reconciliation',
  'investigation',
  'audit',
  'reporting',
] as const;
export type ExportReason = (typeof exportReasons)[number];

/** Why a list leaves the console, as it is chosen and kept in the trail. */
export const exportReasonWords: Record<ExportReason, string> = {
  'customer-request': 'A customer asked',
  reconciliation: 'Reconciliation',
  investigation: 'Investigation',
  audit: 'Audit',
  reporting: 'Reporting',
};
