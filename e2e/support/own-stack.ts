import { test as base } from '../fixtures.ts';
import { startStack, type Stack } from './stack.ts';

/** For files that change who is connected, and with it what everybody sees: an emulator and a console no other file uses. */
export const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, provide, { project, workerIndex }) => {
      const stack = await startStack(`${project.name}-own-${workerIndex}`);
      await provide(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],
});
