import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextCli, nodeBinary, root } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number, output?: string }} Count */

// A step that hangs ends; a slow machine is no fault.
const limitMs = 2_400_000;
const bin = (/** @type {string} */ name) => join(root, 'node_modules/.bin', name);

/** Runs steps, tells how each went as it ends, and keeps the sums. */
export class Tally {
  passed = 0;
  failed = 0;

  /**
   * @param {string} title
   * @param {() => Promise<Count>} work
   * @returns {Promise<boolean>} whether all of it passed
   */
  async run(title, work) {
    const startedAt = Date.now();
    const count = await work().catch((error) => ({ passed: 0, failed: 1, output: explain(error) }));
    this.passed += count.passed;
    this.failed += count.failed;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const numbers = count.passed + count.failed > 1 ? `${count.passed} passed, ${count.failed} failed` : '';
    const skipped = 'skipped' in count && count.skipped ? `, ${count.skipped} skipped` : '';
    console.log(
      `${count.failed === 0 ? 'pass' : 'FAIL'}  ${title.padEnd(26)}${`${seconds} s`.padStart(8)}  ${numbers}${skipped}`.trimEnd(),
    );
    if (count.failed > 0 && count.output) console.log(count.output.trimEnd());
    return count.failed === 0;
  }

  /** The last line of every run; ends the process. @returns {never} */
  finish() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 && this.passed > 0 ? 0 : 1);
  }
}

/** @param {unknown} error */
const explain = (error) => (error instanceof Error ? error.message : String(error));

/** @param {{ code: number, output: string }} result @returns {Count} */
const countOne = ({ code, output }) =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };

export const checkFormat = async () => countOne(await runQuietly(bin('biome'), ['format', '.'], { limitMs }));
export const checkLint = async () =>
  countOne(await runQuietly(bin('eslint'), ['.', '--max-warnings', '0'], { limitMs }));

/** Files, exports and packages that nothing uses. */
export const checkUnused = async () => countOne(await runQuietly(bin('knip'), [], { limitMs }));

/** Routes are typed by files that Next writes first. */
export async function checkTypes() {
  const generated = await runQuietly(nodeBinary(), [nextCli, 'typegen'], { limitMs });
  if (generated.code !== 0) return countOne(generated);
  return countOne(await runQuietly(bin('tsc'), ['--noEmit'], { limitMs }));
}

/**
 * @param {(reportFile: string) => Promise<{ code: number, output: string }>} run
 * @param {(report: any) => { passed: number, failed: number, skipped: number }} read
 * @returns {Promise<Count>}
 */
async function countReport(run, read) {
  const folder = mkdtempSync(join(tmpdir(), 'console-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output } = await run(file);
    const count = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
    if (!count) return { passed: 0, failed: 1, output };
    // A run can fail with every test passed: a file that does not load, a set-up that throws.
    return { ...count, failed: code === 0 ? count.failed : Math.max(1, count.failed), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} filters @param {Record<string, string>} [env] */
export function runUnitTests(filters = [], env = {}) {
  return countReport(
    (file) =>
      runQuietly(
        bin('vitest'),
        ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...filters],
        { env, limitMs },
      ),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );
}

/** @param {string[]} args @param {Record<string, string | undefined>} env */
export function runEndToEndTests(args, env) {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  return countReport(
    (file) =>
      runQuietly(nodeBinary(), [cli, 'test', '--reporter=dot,json', ...args], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '0' },
        limitMs,
      }),
    ({ errors, stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    }),
  );
}

/** Payments while things go wrong; what differs is printed with the seed that draws it again. @param {string[]} args @param {Record<string, string | undefined>} env */
export const runFaults = async (args, env) =>
  countOne(await runQuietly(nodeBinary(), ['lib/cli/faults/main.mjs', ...args], { env, limitMs }));
