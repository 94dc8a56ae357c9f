import { expect, it } from 'vitest';
import { askedOnce } from './asked-once.ts';

const makeEvent = () => ({ type: 'production.changed' as const, profileId: '1', cardToken: 'c' });

it('asks once per event and branches, in whatever order these are named', async () => {
  const asked: string[] = [];
  const ask = (who: string, answer: boolean) => () => {
    asked.push(who);
    return Promise.resolve(answer);
  };
  const event = makeEvent();
  const answers = await Promise.all([
    askedOnce(event, ['leeds', 'york'], ask('both', true)),
    askedOnce(event, ['york', 'leeds'], ask('both again', false)),
    askedOnce(event, ['leeds'], ask('one', false)),
    askedOnce(makeEvent(), ['leeds', 'york'], ask('of another event', false)),
  ]);
  expect(answers).toEqual([true, true, false, false]);
  expect(asked).toEqual(['both', 'one', 'of another event']);
});
