/**
 * Runs in the page before anything of its own. It is sent as text, so it uses nothing from outside itself.
 *
 * @param {string} lastRow finds the last of the first rows
 *
 * `window.bench` then holds, in milliseconds since the navigation began: `rowsAt` (the first rows painted), `usableAt` (React
 * has taken them over), `largestPaintAt`, and `settle`, which waits until the table shows what is wanted and rests.
 */
export function installProbe(lastRow = 'tr[data-row="19"]') {
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
    const last = document.querySelector(lastRow);
    // What a server streams may arrive hidden. Asked so that nothing is laid out for the answer.
    if (!last?.checkVisibility()) return;
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
    const last = document.querySelector(lastRow);
    if (last && Object.keys(last).some((key) => key.startsWith('__reactProps$')))
      probe.usableAt = performance.now();
    else requestAnimationFrame(lookForReact);
  };
  requestAnimationFrame(lookForReact);

  new PerformanceObserver((list) => {
    probe.largestPaintAt = list.getEntries().at(-1)?.startTime ?? probe.largestPaintAt;
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  /** @type {{ name: string, duration: number, waited: number }[]} */
  let slow = [];
  const take = (/** @type {any[]} */ entries) =>
    slow.push(
      ...entries.map(({ duration, name, processingStart, startTime }) => ({
        name,
        duration,
        waited: processingStart - startTime,
      })),
    );
  const inputs = new PerformanceObserver((list) => take(list.getEntries()));
  inputs.observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: false }));
  // The browser keeps no record of the wheel.
  addEventListener(
    'wheel',
    ({ timeStamp }) => {
      const waited = performance.now() - timeStamp;
      afterPaint(() => slow.push({ name: 'wheel', duration: performance.now() - timeStamp, waited }));
    },
    { capture: true, passive: true },
  );
  const typed = new Set(['keydown', 'keypress', 'keyup', 'beforeinput', 'input']);
  const used = new Set([...typed, 'wheel', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click']);
  const takeWorst = (/** @type {Set<string>} */ names) => {
    take(inputs.takeRecords());
    const worst = slow
      .filter(({ name }) => names.has(name))
      .reduce((most, one) => (one.duration > most.duration ? one : most), {
        name: 'none',
        duration: 0,
        waited: 0,
      });
    slow = [];
    return worst;
  };
  /** The longest from a key to the next paint since the last time it was asked; 0: none took 16 ms. */
  probe.takeWorstInput = () => takeWorst(typed).duration;
  /** The same of keys, wheel and pointer, with its name and how long it waited before the page took it. */
  probe.takeWorstUse = () => takeWorst(used);

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
