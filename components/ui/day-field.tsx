import { Input } from './field';

interface DayFieldProps {
  label: string;
  /** `2026-11-19`, or empty. */
  value: string;
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

/** A day among the filters of a list. */
export function DayField({ label, value, min, max, onChange }: DayFieldProps) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      <span className="max-wide:w-10">{label}</span>
      <Input
        type="date"
        className="min-w-0 wide:w-[136px]"
        value={value}
        min={min}
        max={max}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
