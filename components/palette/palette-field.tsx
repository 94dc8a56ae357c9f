'use client';
import { Search } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Kbd } from '@/components/ui/kbd';

interface PaletteFieldProps {
  field: RefObject<HTMLInputElement | null>;
  listId: string;
  /** The marked row. */
  activeId: string | undefined;
  hasRows: boolean;
  text: string;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onClose: () => void;
}

export function PaletteField(props: PaletteFieldProps) {
  const { field, listId, activeId, hasRows, text, onType, onKeyDown, onClose } = props;
  return (
    <div className="flex h-11 flex-none items-center gap-2.5 border-b border-line px-3.5">
      <Search className="flex-none text-ink-3" />
      <input
        ref={field}
        role="combobox"
        aria-label="Find or do"
        aria-expanded={hasRows}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        placeholder="Last four, holder, phone, profile, transaction, or an act"
        value={text}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onChange={({ target }) => onType(target.value)}
        className="h-full min-w-0 flex-1 bg-transparent text-head outline-none max-narrow:text-[1rem]"
      />
      <button
        type="button"
        onClick={onClose}
        aria-label="Esc: close"
        className="grid min-h-6 place-items-center"
      >
        <Kbd>Esc</Kbd>
      </button>
    </div>
  );
}
