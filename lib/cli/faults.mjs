// Runs on Node 20 with nothing installed, like start.mjs; what it drives needs the project's own Node.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './ensure-installed.mjs';
import { nodeBinary, printFaultAndExit, root } from './project.mjs';

await ensureInstalled((line) => console.error(line)).catch(printFaultAndExit);

const child = spawn(nodeBinary(), ['lib/cli/faults/main.mjs', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
// Ctrl-C in a terminal reaches the child by itself as well; it stops once however often it is told.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('error', printFaultAndExit);
child.on('close', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
