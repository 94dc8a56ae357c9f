'use client';
import clsx from 'clsx';
import { Check, Lock } from 'lucide-react';
import Link from 'next/link';
import * as Radix from 'radix-ui/dropdown-menu';
import { type ReactNode, useRef } from 'react';
import type { MenuEntry } from './menu';

export interface MenuContentProps {
  label: string;
  trigger: ReactNode;
  entries: () => MenuEntry[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align: 'start' | 'end';
  side: 'top' | 'bottom';
}

const row =
  'flex min-h-8 max-narrow:min-h-10 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 text-ink no-underline outline-none select-none hover:no-underline data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent-ink [&_.lucide]:size-3.5';

export function MenuContent({ label, trigger, entries, open, onOpenChange, align, side }: MenuContentProps) {
  const chosen = useRef<(() => void) | undefined>(undefined);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={() => {
            const act = chosen.current;
            chosen.current = undefined;
            if (act) queueMicrotask(act);
          }}
          className="z-(--z-menu) max-h-(--radix-dropdown-menu-content-available-height) min-w-[200px] overflow-y-auto rounded-lg bg-raised p-1 shadow-pop animate-appear"
        >
          {entries().map((entry, index) => (
            <Entry key={index} entry={entry} onChoose={(act) => (chosen.current = act)} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ entry, onChoose }: { entry: MenuEntry; onChoose: (act: () => void) => void }) {
  if (entry.kind === 'separator') return <Radix.Separator className="mx-1 my-1 h-px bg-line" />;
  if (entry.kind === 'heading') {
    return <Radix.Label className="px-2.5 pt-2 pb-0.5 text-tag text-ink-3">{entry.label}</Radix.Label>;
  }
  if (entry.kind === 'link') {
    return (
      <Radix.Item asChild>
        <Link prefetch={false} href={{ pathname: entry.href }} className={row}>
          {entry.icon}
          {entry.label}
        </Link>
      </Radix.Item>
    );
  }
  if (entry.kind === 'item') {
    const isHeld = entry.notNow !== undefined;
    return (
      <Radix.Item
        aria-disabled={isHeld || undefined}
        title={entry.notNow}
        className={clsx(
          row,
          entry.tone === 'danger' && 'text-bad',
          isHeld && 'cursor-not-allowed text-ink-3',
        )}
        onSelect={(event) => {
          if (isHeld) event.preventDefault();
          else onChoose(entry.onSelect);
        }}
      >
        {isHeld ? <Lock /> : entry.icon}
        <span>
          {entry.label}
          {isHeld && <span className="block text-meta text-ink-3">{entry.notNow}</span>}
        </span>
      </Radix.Item>
    );
  }
  if (entry.kind === 'check') {
    return (
      <Radix.CheckboxItem
        checked={entry.checked}
        onCheckedChange={entry.onChange}
        onSelect={(event) => event.preventDefault()}
        className={row}
      >
        <span className="grid size-3.5 place-items-center">{entry.checked && <Check />}</span>
        {entry.label}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Group>
      <Radix.Label className="px-2.5 pt-2 pb-0.5 text-tag text-ink-3">{entry.label}</Radix.Label>
      <Radix.RadioGroup value={entry.value} onValueChange={entry.onChange}>
        {entry.options.map((option) => (
          <Radix.RadioItem
            key={option.value}
            value={option.value}
            onSelect={(event) => event.preventDefault()}
            className={row}
          >
            <span className="grid size-3.5 place-items-center">
              {option.value === entry.value && <Check />}
            </span>
            {option.label}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </Radix.Group>
  );
}
