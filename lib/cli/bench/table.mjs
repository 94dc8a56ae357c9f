import { meetsTarget } from './metric.mjs';
import { spreadPercent } from './statistics.mjs';

const heads = ['metric', 'measured', 'target', '', 'reference', 'spread'];

/** @param {{ title: string, metrics: import('./metric.mjs').Metric[] }[]} groups */
export function printTable(groups) {
  const cells = groups.map(({ metrics, title }) => ({ title, rows: metrics.map(toCells) }));
  const all = [heads, ...cells.flatMap(({ rows }) => rows)];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) =>
        column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const lines = [line(heads), line(widths.map((width) => '-'.repeat(width)))];
  for (const { rows, title } of cells) lines.push('', title, ...rows.map(line));
  return lines.join('\n');
}

/** @param {import('./metric.mjs').Metric} metric */
function toCells(metric) {
  const { name, reference, runs, target, unit, value } = metric;
  const meets = meetsTarget(metric);
  const wanted = !target ? '' : 'most' in target ? `≤ ${target.most}` : `≥ ${target.least}`;
  return [
    name,
    `${format(value)} ${unit}`.trim(),
    wanted,
    meets === undefined ? '' : meets ? 'met' : 'MISSED',
    reference,
    runs.length > 1 ? `${format(Math.min(...runs))}–${format(Math.max(...runs))}${percent(runs)}` : '',
  ];
}

/** @param {number[]} runs */
function percent(runs) {
  const spread = spreadPercent(runs);
  return Number.isFinite(spread) && spread > 0 ? ` (${spread.toFixed(0)} %)` : '';
}

/** @param {number} value */
function format(value) {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}
