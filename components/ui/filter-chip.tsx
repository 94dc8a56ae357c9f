import { X } from 'lucide-react';

interface FilterChipProps {
  /** "Profile" */
  field: string;
  values: readonly string[];
  onRemove: () => void;
}

/** A filter that is on, and the way to take it off; up to 640 px it stands behind the button of the filters. */
export function FilterChip({ field, values, onRemove }: FilterChipProps) {
  const shown = values.slice(0, 2).join(', ');
  const more = values.length > 2 ? ` +${values.length - 2}` : '';
  return (
    <span
      data-boxed
      className="inline-flex h-7 items-center overflow-hidden rounded-md bg-accent-tint whitespace-nowrap max-narrow:hidden"
    >
      <span className="pr-1 pl-[9px] text-ink-2" title={values.join(', ')}>
        {field}{' '}
        <b className="font-[560] text-ink">
          {shown}
          {more}
        </b>
      </span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={`Remove filter: ${field} ${values.join(', ')}`}
        className="grid h-full w-6 place-items-center text-ink-3 -outline-offset-2 hover:bg-hover hover:text-ink"
      >
        <X className="size-3.5!" />
      </button>
    </span>
  );
}
