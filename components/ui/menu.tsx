'use client';
import { type ComponentProps, type ComponentType, type ReactNode, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button';
import type { MenuContentProps } from './menu-content';

export type MenuEntry =
  | {
      kind: 'item';
      label: ReactNode;
      icon?: ReactNode;
      /** Runs once the menu has closed and the focus is back on its button. */
      onSelect: () => void;
      tone?: 'danger';
      /** Why it cannot be chosen now. */
      notNow?: string | undefined;
    }
  | { kind: 'link'; label: ReactNode; icon?: ReactNode; href: string }
  | { kind: 'heading'; label: ReactNode }
  | { kind: 'separator' }
  | {
      kind: 'choice';
      label: string;
      value: string;
      options: readonly { value: string; label: ReactNode }[];
      onChange: (value: string) => void;
    }
  | { kind: 'check'; label: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

interface MenuProps {
  /** The button's name, read out when its face shows only an icon. */
  label: string;
  face: ReactNode;
  entries: () => MenuEntry[];
  /** Fetches what `entries` needs; the menu opens when it is there. */
  prepare?: () => Promise<unknown>;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Square, for a face that is one icon. */
  isIcon?: boolean;
  className?: string | undefined;
  /** The class name is the whole look. */
  isBare?: boolean;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom';
}

const loadContent = () => import('./menu-content').then((module) => module.MenuContent);
const squareOf = {
  md: 'w-(--control) px-0',
  sm: 'w-(--control-sm) px-0',
  xs: 'w-(--control-xs) px-0',
} as const;

/** A button that opens a menu. The menu itself is fetched when the pointer or the focus comes near. */
export function Menu(props: MenuProps) {
  const {
    label,
    face,
    entries,
    prepare,
    variant = 'secondary',
    size = 'md',
    isIcon = false,
    isBare = false,
    className,
  } = props;
  const [Content, setContent] = useState<ComponentType<MenuContentProps>>();
  const [isOpen, setOpen] = useState(false);
  const load = async () => {
    const [loaded] = await Promise.all([loadContent(), prepare?.()]);
    return loaded;
  };
  const open = async () => {
    const loaded = await load();
    setContent(() => loaded);
    setOpen(true);
  };
  const button = (extra?: ComponentProps<'button'>) => (
    <button
      type="button"
      data-print="no"
      aria-label={isIcon ? label : undefined}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      className={
        isBare
          ? className
          : buttonClass({ variant, size }, isIcon ? `${squareOf[size]} ${className ?? ''}` : className)
      }
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
      entries={entries}
      open={isOpen}
      onOpenChange={setOpen}
      align={props.align ?? 'end'}
      side={props.side ?? 'bottom'}
    />
  );
}
