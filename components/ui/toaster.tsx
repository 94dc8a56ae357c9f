'use client';
import { X } from 'lucide-react';
import { createRoot } from 'react-dom/client';
import { Toaster, toast } from 'sonner';
import { Button, IconButton } from './button';
import { Mark } from './mark';
import type { ToastRequest } from './toast';

let isMounted = false;

/** The place toasts appear in is made with the first one, so that no page carries it from the start. */
function mountOnce() {
  if (isMounted) return;
  isMounted = true;
  const host = document.createElement('div');
  document.body.append(host);
  createRoot(host).render(
    <Toaster position="bottom-center" duration={6000} offset={52} style={{ zIndex: 'var(--z-toast)' }} />,
  );
}

export function raiseToast({ text, undo }: ToastRequest) {
  mountOnce();
  toast.custom(
    (id) => (
      <div className="flex min-h-11 w-[356px] max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-lg bg-raised py-2 pr-2 pl-3.5 font-sans text-body text-ink shadow-pop">
        <Mark mark="works" tone="good" />
        <span className="min-w-0 flex-1">{text}</span>
        {undo && (
          <Button
            variant="quiet"
            size="sm"
            onClick={() => {
              toast.dismiss(id);
              undo.act();
            }}
          >
            {undo.label}
          </Button>
        )}
        <IconButton label="Close" size="sm" onClick={() => toast.dismiss(id)}>
          <X />
        </IconButton>
      </div>
    ),
    { unstyled: true },
  );
}
