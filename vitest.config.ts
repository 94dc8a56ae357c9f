import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` },
  },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts'],
    environment: 'node',
    // A slow machine is no fault: no test waits for the limit unless it fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['lib/server/db/test-support/store-templates.ts'],
    // A process for each worker, not for each file: half of the time went into loading the same modules again.
    isolate: false,
    // By itself it leaves one core to others, which is half of a small machine.
    maxWorkers: availableParallelism(),
  },
});
