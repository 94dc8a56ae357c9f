/** @typedef {import('./scenario.mjs').Outcome} Outcome */
/** @typedef {{ name: string, error: string }} Failure a scenario that did not come to its end */

const heads = [
  'scenario',
  'faults',
  'rows',
  'transfers',
  'doubles',
  'lost',
  'cents off',
  'result',
  'seconds',
];

/** @param {readonly (Outcome | Failure)[]} outcomes */
export function printTable(outcomes) {
  const rows = [heads, ...outcomes.map(toCells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {Outcome | Failure} outcome */
export const isFaultless = (outcome) => !('error' in outcome) && outcome.faults.length === 0;

/** @param {Outcome | Failure} outcome */
function toCells(outcome) {
  if ('error' in outcome) return [outcome.name, '', '', '', '', '', '', 'BROKE OFF', ''];
  const { centsOff, disturbances, doubles, lost, name, rows, seconds, transfers } = outcome;
  return [
    name,
    ...[disturbances, rows, transfers, doubles, lost, centsOff].map(String),
    isFaultless(outcome) ? 'as it must' : 'DIFFERS',
    seconds.toFixed(1),
  ];
}
