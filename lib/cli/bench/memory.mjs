import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Fault, nodeBinary } from '../project.mjs';
import { lastLines, runQuietly } from '../run-quietly.mjs';
import { makeMetric } from './metric.mjs';

/** As the targets are told: 1 MB = 1,000,000 bytes. */
const inMegabytes = (/** @type {number} */ bytes) => bytes / 1e6;

/** Resident memory of a process and of all it started, in bytes. @param {number} pid */
export function readTreeMemory(pid) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const tree = new Set([pid]);
  let kibibytes = 0;
  // Children may be listed before their parents.
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const [child, parent] of rows) if (child && parent && tree.has(parent)) tree.add(child);
  }
  for (const [process_, , rss] of rows) if (process_ && tree.has(process_)) kibibytes += rss ?? 0;
  return kibibytes * 1024;
}

/**
 * @param {number} bytes
 * @param {'pglite' | 'postgres'} store
 * @param {{ alone: number, empty: number } | undefined} embedded
 */
export function describeMemory(bytes, store, embedded) {
  return makeMetric('memory of the console afterwards', 'MB', inMegabytes(bytes), {
    most: store === 'pglite' ? 900 : 450,
    reference: embedded
      ? `PGlite alone ${inMegabytes(embedded.alone - embedded.empty).toFixed(0)} on top of Node's ${inMegabytes(embedded.empty).toFixed(0)}`
      : '',
  });
}

const opener = `
  const empty = process.memoryUsage.rss();
  const { PGlite } = await import('@electric-sql/pglite');
  const store = await PGlite.create(process.argv[1]);
  await store.query('select 1');
  const alone = process.memoryUsage.rss();
  await store.close();
  console.log('memory ' + JSON.stringify({ empty, alone }));
  process.exit(0);
`;

/**
 * What the embedded store takes by itself: a bare Node that opens the folder the console has left.
 * @param {string} dataDir of a console that has stopped
 * @returns {Promise<{ alone: number, empty: number }>} bytes
 */
export async function measureEmbeddedStore(dataDir) {
  const { code, output } = await runQuietly(
    nodeBinary(),
    ['--input-type=module', '--eval', opener, join(dataDir, 'store')],
    { limitMs: 60_000 },
  );
  const line = output.match(/^memory (\{.*\})$/m)?.[1];
  if (code !== 0 || line === undefined)
    throw new Fault(['PGlite alone could not be measured:', lastLines(output, 6)]);
  return JSON.parse(line);
}
