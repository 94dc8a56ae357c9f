/** Of a tab: the current one is underlined. */
export const tabClass =
  'relative h-9 px-2.5 font-[500] text-ink-2 -outline-offset-2 hover:text-ink data-[state=active]:font-strong data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:bg-accent-ink';
