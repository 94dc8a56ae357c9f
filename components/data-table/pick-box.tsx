/** The click knows whether Shift was held; the change does not. */
const ignore = () => undefined;

interface PickBoxProps {
  /** Of the row, to be spoken. */
  name: string;
  index: number;
  isSelected: boolean;
  onPick: (index: number, isRange: boolean) => void;
}

/** Chooses one row. */
export function PickBox({ name, index, isSelected, onPick }: PickBoxProps) {
  return (
    <td role="cell" className="pick">
      <input
        type="checkbox"
        className="checkbox"
        checked={isSelected}
        aria-label={`Choose ${name}`}
        onClick={(event) => onPick(index, event.shiftKey)}
        onChange={ignore}
      />
    </td>
  );
}

export interface PickAll {
  state: 'none' | 'some' | 'all';
  onToggle: () => void;
}

/** In the head: all rows that are shown, or none. */
export function PickAllBox({ state, onToggle }: PickAll) {
  return (
    <th role="columnheader" scope="col" className="pick">
      <input
        type="checkbox"
        className="checkbox"
        aria-label="Choose all rows shown"
        checked={state === 'all'}
        ref={(box) => {
          if (box) box.indeterminate = state === 'some';
        }}
        onChange={onToggle}
      />
    </th>
  );
}
