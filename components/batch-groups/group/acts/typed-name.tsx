'use client';
import { TextField } from '@/components/ui/field';

interface TypedNameProps {
  name: string;
  typed: string;
  /** Once the person has pressed the button. */
  isTried: boolean;
  onType: (typed: string) => void;
}

export const isTypedName = (typed: string, name: string): boolean => typed.trim() === name;

/** What cannot be undone asks for the name of the group, so that nobody does it to another one. */
export function TypedName({ name, typed, isTried, onType }: TypedNameProps) {
  return (
    <TextField
      label="The group’s name, to be sure"
      hint={name}
      error={isTried && !isTypedName(typed, name) ? `Type ${name}.` : undefined}
      spellCheck={false}
      value={typed}
      onChange={onType}
    />
  );
}
