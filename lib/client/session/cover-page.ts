import { focusManager } from '@tanstack/react-query';

/** Escape closes whatever dialog stands below, and what is written in it would be gone. */
function holdEscape(event: KeyboardEvent) {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
}

/** A dialog that loses the focus selects what is written in its field: the next key would replace it all. */
function rememberFocus(): () => void {
  const { activeElement } = document;
  const field =
    activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
      ? activeElement
      : undefined;
  const { selectionStart = null, selectionEnd = null } = field ?? {};
  return () => {
    const isThere = activeElement?.isConnected && activeElement !== document.body;
    const place = isThere ? activeElement : document.querySelector('[role=dialog], #main');
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    // Fields without a caret, a checkbox or an e-mail address, tell none.
    if (selectionStart !== null) field?.setSelectionRange(selectionStart, selectionEnd);
  };
}

/**
 * Hides the whole page, its dialogs and messages included, from eye, ear, keys and printer, and keeps it as it stands.
 * What may still be seen is marked `data-cover`. Nothing below reads by itself meanwhile.
 * @returns shows it again, with the focus where it was
 */
export function coverPage(): () => void {
  const root = document.documentElement;
  const { title } = document;
  const goBack = rememberFocus();
  root.dataset.covered = '';
  document.title = 'Signed out · Admin Console';
  focusManager.setFocused(false);
  window.addEventListener('keydown', holdEscape, true);
  return () => {
    window.removeEventListener('keydown', holdEscape, true);
    focusManager.setFocused(undefined);
    document.title = title;
    delete root.dataset.covered;
    goBack();
  };
}
