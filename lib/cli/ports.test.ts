import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort, findPortFault, parsePort } from './ports.mjs';

it.each([undefined, ''])('takes the usual port when %j is set', (text) => {
  expect(parsePort('PORT', text, 3000)).toEqual({ port: 3000 });
});

it.each(['abc', '0', '65536', '-1', '30.5', ' 3000', '1e3'])('names the variable when it is %j', (text) => {
  expect(parsePort('PORT', text, 3000)).toEqual({
    fault: `PORT is "${text}". Set it to a number from 1 to 65535.`,
  });
});

it('says which variable moves the console off a port that is taken', async () => {
  const port = await findFreePort();
  expect(await findPortFault('PORT', '127.0.0.1', port)).toBeUndefined();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await findPortFault('PORT', '127.0.0.1', port)).toBe(
    `Port ${port} is taken. Set PORT to another one.`,
  );
  await new Promise((resolve) => server.close(resolve));
});

it('says that an address is not this machine’s', async () => {
  expect(await findPortFault('PORT', '192.0.2.1', 3000)).toContain('HOST is "192.0.2.1"');
});
