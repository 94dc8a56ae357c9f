import { expect, it } from 'vitest';
import { lookOfCheck, sayHowItStands } from './stream-words.ts';

const now = new Date('2026-11-22T12:00:00Z');
const check = (more: object = {}) => ({
  eventType: 'cards#card-status-change',
  newestAt: null,
  checkedAt: '2026-11-22T11:50:00.000Z',
  compared: 10,
  missed: 0,
  missedAt: null,
  failure: null,
  ...more,
});
const say = (...checks: ReturnType<typeof check>[]) => {
  const { look, more } = sayHowItStands(checks, now);
  return [look.word, look.tone, more?.words, more?.at];
};

it('says whether the stream told everything', () => {
  expect(say()).toEqual(['Not looked yet', 'quiet', undefined, undefined]);
  expect(say(check())).toEqual(['Caught up', 'good', 'nothing missed, looked', '2026-11-22T11:50:00.000Z']);
});

it('says what was missed for a day', () => {
  const lately = check({ missed: 3, missedAt: '2026-11-22T08:00:00.000Z' });
  expect(say(check(), lately)).toEqual(['Caught up', 'warn', '3 missed, read', '2026-11-22T08:00:00.000Z']);
  const before = check({ missed: 3, missedAt: '2026-11-21T11:00:00.000Z' });
  expect(say(before)[1]).toBe('good');
});

it('does not say so while a kind could not be looked at', () => {
  expect(say(check(), check({ failure: 'wise_unavailable' }))).toEqual([
    'Not known',
    'warn',
    '1 kind could not be read, last tried',
    '2026-11-22T11:50:00.000Z',
  ]);
});

it('says of one kind how it stands, and of one that was never looked at that it was not', () => {
  const look = (...of: Parameters<typeof check>) => {
    const { tone, word } = lookOfCheck(check(...of), now);
    return [word, tone];
  };
  expect(lookOfCheck(undefined, now).word).toBe('Not looked yet');
  expect(look()).toEqual(['Caught up', 'good']);
  expect(look({ missed: 2, missedAt: '2026-11-22T11:00:00.000Z' })).toEqual(['Caught up', 'warn']);
  expect(look({ missed: 2, missedAt: '2026-11-20T11:00:00.000Z' })).toEqual(['Caught up', 'good']);
  expect(look({ failure: 'wise_unavailable' })).toEqual(['Not known', 'warn']);
});
