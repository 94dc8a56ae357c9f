'use client';
import { type ComponentProps, type ComponentType, type ReactNode, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button';
import type { PopoverContentProps } from './popover-content';

interface PopoverProps {
  label: string;
  face: ReactNode;
  /** Rendered only while open. */
  children: () => ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  className?: string;
  align?: 'start' | 'end';
}

const loadContent = () => import('./popover-content').then((module) => module.PopoverContent);

/** A button that opens a small floating panel; the panel's code is fetched when pointer or focus comes near. */
export function Popover(props: PopoverProps) {
  const { label, face, children, variant = 'secondary', size = 'md', className } = props;
  const [Content, setContent] = useState<ComponentType<PopoverContentProps>>();
  const [isOpen, setOpen] = useState(false);
  const open = async () => {
    const loaded = await loadContent();
    setContent(() => loaded);
    setOpen(true);
  };
  const button = (extra?: ComponentProps<'button'>) => (
    <button
      type="button"
      data-print="no"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={() => void loadContent()}
      onFocus={() => void loadContent()}
      className={buttonClass({ variant, size }, className)}
      {...extra}
    >
      {face}
    </button>
  );
  if (!Content) return button({ onClick: () => void open() });
  return (
    <Content
      label={label}
      trigger={button()}
      open={isOpen}
      onOpenChange={setOpen}
      align={props.align ?? 'start'}
    >
      {children()}
    </Content>
  );
}
