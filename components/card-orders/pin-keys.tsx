import { Delete } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Keys that look the same before, while and after they are pressed: nothing on them tells the digit. */
export function PinKeys({ onPress, onErase }: { onPress: (digit: string) => void; onErase: () => void }) {
  const digit = (value: string) => (
    <Key key={value} label={value} onPress={() => onPress(value)}>
      {value}
    </Key>
  );
  return (
    <div className="grid w-full grid-cols-3 gap-2.5">
      {digits.map(digit)}
      <span />
      {digit('0')}
      <Key label="Delete the last digit" onPress={onErase}>
        <Delete className="size-6!" />
      </Key>
    </div>
  );
}

function Key({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      // The focus would stay on the digit that was pressed last.
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={onPress}
      className="grid h-16 touch-manipulation place-items-center rounded-lg border border-line-control bg-surface text-[1.5rem] font-label text-ink [-webkit-tap-highlight-color:transparent]"
    >
      {children}
    </button>
  );
}

const keepFocus = (event: MouseEvent) => event.preventDefault();
