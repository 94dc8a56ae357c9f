export interface ToastRequest {
  text: string;
  undo?: { label: string; act: () => void } | undefined;
}

/** Says that something reversible was done: 6 s, pauses under pointer and focus. What must be read is a notice, never this. */
export async function showToast(request: ToastRequest) {
  const { raiseToast } = await import('./toaster');
  raiseToast(request);
}
