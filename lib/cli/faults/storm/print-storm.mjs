/** One line per figure. @param {import('./storm.mjs').StormOutcome} outcome */
export function printStorm(outcome) {
  const { deliveries, events, faults, forged, kills, lost, refused, restarts, seconds } = outcome;
  const rows = [
    ['deliveries by Wise', deliveries],
    ['events among them', events],
    ['forged', forged],
    ['forgeries refused', refused],
    ['console killed', kills],
    ['database restarted', restarts],
    ['events lost', lost],
    ['seconds', seconds.toFixed(1)],
    ['end', faults.length === 0 ? 'as it must' : 'DIFFERS'],
  ];
  const width = Math.max(...rows.map(([name]) => String(name).length));
  return rows
    .map(([name, value]) => `${String(name).padEnd(width)}  ${String(value).padStart(10)}`)
    .join('\n');
}
