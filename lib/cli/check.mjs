import { ensureInstalled } from './ensure-installed.mjs';
import { printFaultAndExit } from './project.mjs';
import { checkFormat, checkLint, checkTypes, checkUnused, runUnitTests, Tally } from './steps.mjs';

process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

try {
  await ensureInstalled(console.log);
} catch (error) {
  printFaultAndExit(error);
}
const tally = new Tally();
const firstLane = async () => {
  await tally.run('format', checkFormat);
  await tally.run('lint', checkLint);
  await tally.run('unused', checkUnused);
};
const secondLane = async () => {
  await tally.run('types', checkTypes);
  await tally.run('unit tests', () => runUnitTests());
};
await Promise.all([firstLane(), secondLane()]);
tally.finish();
