'use client';
import { Checkbox, TextField } from '@/components/ui/field';
import { latestReviewInDays } from '@/lib/catalogues/card-holds';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { addDays, isoDay } from '@/lib/format/times';

interface ReviewDayProps {
  value: string;
  hint: string;
  error: string | undefined;
  onChange: (day: string) => void;
}

export function ReviewDay({ value, hint, error, onChange }: ReviewDayProps) {
  const today = isoDay(new Date(), useTimeZone());
  return (
    <TextField
      label="Review on"
      hint={hint}
      error={error}
      type="date"
      name="reviewOn"
      required
      min={today}
      max={addDays(today, latestReviewInDays)}
      className="max-w-[176px]"
      value={value}
      onChange={onChange}
    />
  );
}

/** @returns what is wrong with a day for a review, and how to mend it */
export function faultOfDay(day: string, today: string): string | undefined {
  if (day === '') return 'Choose a day.';
  if (day < today) return 'This day is past. Choose today or a later one.';
  if (day > addDays(today, latestReviewInDays)) return 'Choose a day within a year.';
  return undefined;
}

interface RefreezeChoiceProps {
  checked: boolean;
  onChange: (isOn: boolean) => void;
}

export function RefreezeChoice({ checked, onChange }: RefreezeChoiceProps) {
  return (
    <Checkbox
      label="Freeze it again if it turns active"
      hint="The customer’s app can unfreeze it too. Without this you only get an alert."
      checked={checked}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
