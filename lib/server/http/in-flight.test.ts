import { expect, test } from 'vitest';
import { InFlight } from './in-flight.ts';

test('each request knows its id and whether Wise was written to for it, and nobody else’s', async () => {
  const inFlight = new InFlight();
  const look = () => ({ id: inFlight.requestId, hasWritten: inFlight.hasWrittenToWise });
  const writing = inFlight.during('one', async () => {
    inFlight.noteWriteToWise();
    await Promise.resolve();
    return look();
  });
  const reading = inFlight.during('two', async () => look());
  expect(await Promise.all([writing, reading])).toEqual([
    { id: 'one', hasWritten: true },
    { id: 'two', hasWritten: false },
  ]);
  inFlight.noteWriteToWise();
  expect(look()).toEqual({ id: undefined, hasWritten: false });
});
