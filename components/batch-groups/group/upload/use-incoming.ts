'use client';
import { useEffect, useState } from 'react';
import { type ApiError, asApiError } from '@/lib/client/api-error';
import { type IncomingRows, readFile, readPasted } from '@/lib/client/batch-groups/file-content';

/** What came to be added: a file that was dropped or text that was pasted; nothing yet where somebody wants to choose one. */
export interface Arrival {
  source?: IncomingRows;
  error?: ApiError;
}

/** Reads what came, whatever comes of it. */
export const readArrival = async (read: () => IncomingRows | Promise<IncomingRows>): Promise<Arrival> => {
  try {
    return { source: await read() };
  } catch (thrown) {
    return { error: asApiError(thrown) };
  }
};

export interface Incoming {
  arrival: (Arrival & { id: number }) | undefined;
  isOver: boolean;
  choose: () => void;
  clear: () => void;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped and rows pasted anywhere on the page, but in a field or below a dialog. */
export function useIncoming(mayAdd: boolean): Incoming {
  const [arrival, setArrival] = useState<Incoming['arrival']>();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!mayAdd) return;
    const isTaken = () => document.querySelector('[role=dialog]') !== null;
    const arrive = (read: () => IncomingRows | Promise<IncomingRows>) =>
      void readArrival(read).then((next) => setArrival({ ...next, id: Date.now() }));
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without it the browser would open the file in place of the page.
      event.preventDefault();
      setOver(!isTaken());
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file && !isTaken()) arrive(() => readFile(file));
    };
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (isTaken() || target?.closest('input, textarea, select, [contenteditable]')) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file) arrive(() => readFile(file));
      else if (text.trim() !== '') arrive(() => readPasted(text));
      else return;
      event.preventDefault();
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [mayAdd]);
  return {
    arrival: mayAdd ? arrival : undefined,
    isOver: mayAdd && isOver,
    choose: () => setArrival({ id: Date.now() }),
    clear: () => setArrival(undefined),
  };
}
