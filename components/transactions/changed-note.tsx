import { Mark } from '@/components/ui/mark';

/** That a file tells a row otherwise, in one line of a table. */
export function ChangedNote({ words }: { words: string }) {
  return (
    <span title={words} className="status-mark max-w-full text-warn">
      <Mark mark="needs-a-hand" />
      <span className="truncate">{words}</span>
    </span>
  );
}
