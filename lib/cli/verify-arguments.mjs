import { parseArgs } from 'node:util';
import { Fault } from './project.mjs';

/**
 * What a file is checked with: `FILE [--key PUBLIC-KEY.pem]`.
 * @param {string} command of package.json
 */
export function readVerifyArguments(command) {
  const usage = `Usage: npm run ${command} -- FILE [--key PUBLIC-KEY.pem]`;
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' }, help: { type: 'boolean' } },
    });
    const [file, ...more] = positionals;
    if (values.help || file === undefined || more.length > 0) throw new Fault(usage);
    return { file, keyFile: values.key };
  } catch (error) {
    throw error instanceof Fault ? error : new Fault([String(error), usage]);
  }
}
