/** Fills in the order of their series, told apart without colour. */
export const seriesFills = [
  'bg-accent',
  'bg-[repeating-linear-gradient(135deg,var(--color-warn)_0_2px,transparent_2px_4px)] shadow-[inset_0_0_0_1px_var(--color-warn)]',
] as const;
