'use client';
import { type KeyboardEvent, useEffect, useRef } from 'react';

interface CellEditorProps {
  label: string;
  value: string;
  isInvalid: boolean;
  onSave: (value: string) => void;
  /** Back to the cell, with or without what was typed. */
  onLeave: () => void;
  onNext: (by: 1 | -1) => void;
  /** The focus went elsewhere by itself. */
  onLost: () => void;
}

export const longestCell = 500;

/** One field of a row where it stands: Enter and Tab save, Esc leaves it as it was, and so does nothing else. */
export function CellEditor({ label, value, isInvalid, onSave, onLeave, onNext, onLost }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isEnded = useRef(false);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const save = () => {
    const typed = input.current?.value ?? value;
    if (typed !== value) onSave(typed);
  };
  const end = (act: () => void) => {
    isEnded.current = true;
    act();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Escape') save();
    end(() => (event.key === 'Tab' ? onNext(event.shiftKey ? -1 : 1) : onLeave()));
  };
  return (
    <input
      ref={input}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      defaultValue={value}
      maxLength={longestCell}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={press}
      onBlur={() => {
        if (isEnded.current) return;
        save();
        end(onLost);
      }}
      className="cell-input"
    />
  );
}
