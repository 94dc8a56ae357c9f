'use client';
import { useState } from 'react';
import { Input } from '@/components/ui/field';

interface TypedFieldProps {
  label: string;
  placeholder: string;
  /** What the address says. */
  value: string;
  isRight: (text: string) => boolean;
  /** On Enter, and when the field is left. */
  onType: (text: string) => void;
}

/** A filter that is written, and taken once it is whole. */
export function TypedField({ label, placeholder, value, isRight, onType }: TypedFieldProps) {
  const [draft, setDraft] = useState<string>();
  const text = (draft ?? value).trim();
  const isWrong = text !== '' && !isRight(text);
  const take = () => {
    if (draft === undefined || isWrong) return;
    setDraft(undefined);
    if (text !== value) onType(text);
  };
  return (
    <Input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      placeholder={placeholder}
      value={draft ?? value}
      autoComplete="off"
      onChange={({ target }) => setDraft(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
      }}
    />
  );
}
