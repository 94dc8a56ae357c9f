import lighthouse, { desktopConfig } from 'lighthouse';
import { findFreePort } from '../ports.mjs';
import { launchBrowser } from './browser.mjs';
import { makeMetric } from './metric.mjs';

const forms = /** @type {const} */ ([
  { name: 'desktop', config: desktopConfig, performance: 95 },
  { name: 'mobile', config: undefined, performance: 90 },
]);

/**
 * @param {import('./console-stack.mjs').ConsoleStack} stack
 * @param {{ runs: number, say: (line: string) => void }} options
 */
export async function measureLighthouse({ consoleUrl, cookie }, { runs, say }) {
  const metrics = [];
  for (const { config, name, performance } of forms) {
    const audits = [];
    for (let run = 1; run <= runs; run++) {
      say(`  Lighthouse, ${name}, run ${run} of ${runs}`);
      audits.push(await audit(`${consoleUrl}/cards`, cookie, config, say));
    }
    const [first] = audits;
    metrics.push(
      makeMetric(
        `Lighthouse performance, ${name}`,
        '',
        audits.map((one) => one.performance),
        { least: performance, reference: first?.timings ?? '' },
      ),
      makeMetric(
        `Lighthouse accessibility, ${name}`,
        '',
        audits.map((one) => one.accessibility),
        { least: 100, reference: first?.accessibilityFaults ?? '' },
      ),
    );
  }
  return metrics;
}

/**
 * A browser of its own each time, so that nothing is left from the run before.
 * @param {string} url @param {string} cookie @param {typeof desktopConfig | undefined} config @param {(line: string) => void} say
 */
async function audit(url, cookie, config, say) {
  const port = await findFreePort();
  const browser = await launchBrowser(say, [`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(
      url,
      {
        port,
        logLevel: 'silent',
        onlyCategories: ['performance', 'accessibility'],
        extraHeaders: { cookie },
      },
      config,
    );
    if (!result) throw new Error('Lighthouse answered nothing');
    return readResult(result.lhr, url);
  } finally {
    await browser.close();
  }
}

/** @param {import('lighthouse').Result} result @param {string} url */
function readResult({ audits, categories, finalDisplayedUrl, runtimeError }, url) {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.code} ${runtimeError.message}`);
  if (finalDisplayedUrl !== url) throw new Error(`Lighthouse was led to ${finalDisplayedUrl}`);
  const percent = (/** @type {string} */ name) => {
    const score = categories[name]?.score;
    if (score === null || score === undefined) throw new Error(`Lighthouse gave no score for ${name}`);
    return Math.round(score * 100);
  };
  const shown = (/** @type {string} */ id) => (audits[id]?.displayValue ?? '?').replaceAll('\u00a0', ' ');
  const faults = (categories.accessibility?.auditRefs ?? []).filter(
    ({ id, weight }) => weight > 0 && audits[id]?.score === 0,
  );
  return {
    performance: percent('performance'),
    accessibility: percent('accessibility'),
    timings: `FCP ${shown('first-contentful-paint')}, LCP ${shown('largest-contentful-paint')}, TBT ${shown('total-blocking-time')}, CLS ${shown('cumulative-layout-shift')}`,
    accessibilityFaults: faults.map(({ id }) => id).join(', '),
  };
}
