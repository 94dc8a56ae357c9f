'use client';
import { Search } from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';
import { loadPalette, openPalette } from './palette-host';
import { useFindKey } from './use-find-key';

export function FindButton() {
  const key = useFindKey();
  return (
    <button
      type="button"
      title="Find or do"
      onPointerEnter={() => void loadPalette()}
      onClick={openPalette}
      className="relative mb-3 flex h-8 flex-none items-center gap-2 rounded-md border border-line bg-surface px-[9px] text-left text-ink-2 hover:bg-hover"
    >
      <Search className="size-4 flex-none" />
      <span className="rail-word">Find or do</span>
      <span className="rail-word ml-auto">
        <Kbd>{key}</Kbd>
      </span>
    </button>
  );
}
