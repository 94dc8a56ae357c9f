/** As a `ref`: takes the focus when it appears. One and the same function, so that it is not taken at every drawing. */
export const takeFocus = (element: HTMLElement | null) => element?.focus();
