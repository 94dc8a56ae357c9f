import { parseArgs } from 'node:util';
import { type SeedName, type SeedOptions, seedNames } from './seeds/seed.ts';
import { type ServeOptions, StartFault, serveEmulator } from './server.ts';

const usage = `Usage: emulator [--port 4010] [--seed ${seedNames.join('|')}] [--data-dir .data/emulator] [--ephemeral]
                [--webhook-url URL] [--profiles N] [--cards N] [--transactions N]`;

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new StartFault(`--${name} must be a whole number`);
}

/** Only what was given, so that the sizes of two starts can be compared. */
function readSizes(values: Record<string, string | boolean | undefined>): SeedOptions {
  const sizes: SeedOptions = {};
  for (const name of ['profiles', 'cards', 'transactions'] as const) {
    const text = values[name];
    const count = readCount(name, typeof text === 'string' ? text : undefined);
    if (count !== undefined) sizes[name] = count;
  }
  return sizes;
}

function readOptions(): ServeOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      seed: { type: 'string' },
      'data-dir': { type: 'string' },
      ephemeral: { type: 'boolean' },
      'webhook-url': { type: 'string' },
      profiles: { type: 'string' },
      cards: { type: 'string' },
      transactions: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const seed = values.seed ?? 'demo';
  if (!(seedNames as readonly string[]).includes(seed))
    throw new StartFault(`No such seed: ${seed}\n${usage}`);
  const port = readCount('port', values.port) ?? 4010;
  if (port > 65_535) throw new StartFault('--port must be at most 65535');
  const keptIn = values['data-dir'] ?? `${process.env.DATA_DIR ?? '.data'}/emulator`;
  return {
    port,
    seed: seed as SeedName,
    seedOptions: readSizes(values),
    dataDir: values.ephemeral ? null : keptIn,
    webhookUrl: values['webhook-url'] ?? null,
    onUnexpected: (error) => console.error(error),
  };
}

try {
  const running = await serveEmulator(readOptions());
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void running.close().then(() => process.exit(0));
    });
  console.log(`emulator ready ${running.url}`);
} catch (error) {
  const isTold = error instanceof StartFault || (error instanceof TypeError && 'code' in error);
  console.error(isTold ? `emulator: ${error.message}` : error);
  process.exit(1);
}
