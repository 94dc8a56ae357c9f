import { X } from 'lucide-react';
import { IconButton } from './button';

/** Stands at the right of a notice that has been read. */
export function CloseMessage({ onClose }: { onClose: () => void }) {
  return (
    <IconButton size="xs" label="Close this message" onClick={onClose}>
      <X />
    </IconButton>
  );
}
