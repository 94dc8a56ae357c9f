import { Fault, nodeBinary } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

// The console's own reader, run without Next: `react-server` is the condition under which "server-only" may be imported.
const reader = `
  const { parseEnv } = await import('./lib/server/env.ts');
  try {
    parseEnv(process.env);
  } catch (error) {
    if (!Array.isArray(error.faults)) throw error;
    for (const fault of error.faults) console.log('Configuration: ' + fault);
    process.exit(3);
  }
`;

/**
 * Finds what the console would refuse to start with, before anything is built or started.
 * @param {Record<string, string | undefined>} env added to this process's own
 * @throws {Fault} one line per fault
 */
export async function checkConfiguration(env) {
  const args = ['--conditions=react-server', '--input-type=module', '--eval', reader];
  const { code, output } = await runQuietly(nodeBinary(), args, { env, limitMs: 30_000 });
  if (code === 3) throw new Fault(output.split('\n').filter((line) => line.startsWith('Configuration: ')));
}
