'use client';
import * as Radix from 'radix-ui/popover';
import type { ReactNode } from 'react';

export interface PopoverContentProps {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align: 'start' | 'end';
}

export function PopoverContent({ label, trigger, children, open, onOpenChange, align }: PopoverContentProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-(--z-menu) max-h-(--radix-popover-content-available-height) w-[300px] max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg bg-raised p-3 shadow-pop animate-appear"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
