/**
 * Runs in the page before anything of its own. It is sent as text, so it uses nothing from outside itself.
 *
 * @param {number} firstRows
 *
 * `window.bench` then holds, in milliseconds since the navigation began: `rowsAt` (so many rows painted), `usableAt` (React
 * has taken them over), `largestPaintAt`, and `settle`, which waits until the table shows what is wanted and rests.
 */
export function installProbe(firstRows = 20) {
  const restMs = 250;
  /** @type {any} */
  const probe = { rowsAt: 0, usableAt: 0, largestPaintAt: 0, pastedAt: 0, changedAt: 0, paintedAt: 0 };
  Object.assign(window, { bench: probe });

  // A message posted within a frame arrives once that frame has been handed over.
  const afterPaint = (/** @type {() => void} */ call) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = call;
      port2.postMessage(0);
    });
  const rowsNow = () => [...document.querySelectorAll('tr[data-row]')];

  let hasRows = false;
  const lookForRows = () => {
    if (hasRows) return;
    const last = document.querySelector(`tr[data-row="${firstRows - 1}"]`);
    // What a server streams may arrive hidden.
    if (!last || last.getClientRects().length === 0) return;
    hasRows = true;
    afterPaint(() => (probe.rowsAt = performance.now()));
  };
  let willPaint = false;
  new MutationObserver((changes) => {
    lookForRows();
    const isInTable = changes.some(({ target }) =>
      (target instanceof Element ? target : target.parentElement)?.closest('[aria-label="Cards table"]'),
    );
    if (!isInTable) return;
    probe.changedAt = performance.now();
    if (willPaint) return;
    willPaint = true;
    afterPaint(() => {
      willPaint = false;
      probe.paintedAt = performance.now();
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const lookForReact = () => {
    const last = document.querySelector(`tr[data-row="${firstRows - 1}"]`);
    if (last && Object.keys(last).some((key) => key.startsWith('__reactProps$')))
      probe.usableAt = performance.now();
    else requestAnimationFrame(lookForReact);
  };
  requestAnimationFrame(lookForReact);

  new PerformanceObserver((list) => {
    probe.largestPaintAt = list.getEntries().at(-1)?.startTime ?? probe.largestPaintAt;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  /** @type {{ name: string, duration: number }[]} */
  let slow = [];
  const take = (/** @type {PerformanceEntryList} */ entries) =>
    slow.push(...entries.map(({ name, duration }) => ({ name, duration })));
  const inputs = new PerformanceObserver((list) => take(list.getEntries()));
  inputs.observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: false }));
  const typed = new Set(['keydown', 'keypress', 'keyup', 'beforeinput', 'input']);
  /** The longest from a key to the next paint since the last time it was asked; 0: none took 16 ms. */
  probe.takeWorstInput = () => {
    take(inputs.takeRecords());
    const worst = Math.max(0, ...slow.filter(({ name }) => typed.has(name)).map(({ duration }) => duration));
    slow = [];
    return worst;
  };

  probe.expectPaste = () => {
    probe.pastedAt = 0;
    const note = (/** @type {Event} */ event) => (probe.pastedAt ||= event.timeStamp);
    for (const type of ['paste', 'input']) addEventListener(type, note, { capture: true, once: true });
  };
  /**
   * @param {{ tokens?: string[], atLeast?: number }} wanted exactly these cards, or at least so many
   * @returns {Promise<number>} when the last change was painted
   */
  probe.settle = ({ tokens, atLeast = 1 }) =>
    new Promise((resolve) => {
      const look = () => {
        const shown = rowsNow().map(
          (row) => row.querySelector('a[href^="/cards/"]')?.getAttribute('href')?.split('/').at(-1) ?? '',
        );
        const isWanted = tokens
          ? shown.length === tokens.length && shown.every((token) => tokens.includes(token))
          : shown.length >= atLeast;
        const isBusy =
          document.querySelector('table[aria-label="Cards"]')?.getAttribute('aria-busy') === 'true';
        const rests = performance.now() - probe.changedAt > restMs && probe.paintedAt >= probe.changedAt;
        if (isWanted && !isBusy && rests) resolve(probe.paintedAt);
        else requestAnimationFrame(look);
      };
      look();
    });
}
