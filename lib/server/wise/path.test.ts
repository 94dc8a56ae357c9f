import { describe, expect, test } from 'vitest';
import { fixedWisePath, isWiseApiVersion, pathInVersion, wisePath } from './path.ts';

describe('wisePath', () => {
  test('joins parameters, and keeps a template without them', () => {
    expect(wisePath`/v3/spend/profiles/${'30000001'}/cards/${'abc'}/status`).toEqual({
      path: '/v3/spend/profiles/30000001/cards/abc/status',
      template: '/v3/spend/profiles/{}/cards/{}/status',
      versioned: true,
    });
  });

  test.each([
    ['a/../b', '/v1/x/a%2F..%2Fb'],
    ['a?b=c#d', '/v1/x/a%3Fb%3Dc%23d'],
    ['%2e%2e', '/v1/x/%252e%252e'],
    ['a\r\nHost: x', '/v1/x/a%0D%0AHost%3A%20x'],
    ['é', '/v1/x/%C3%A9'],
    ['...', '/v1/x/...'],
  ])('encodes %j', (value, path) => {
    expect(wisePath`/v1/x/${value}`.path).toBe(path);
  });

  test.each(['', '.', '..'])('refuses %j', (value) => {
    expect(() => wisePath`/v1/x/${value}/y`).toThrow('must name something');
  });

  test('takes a path without parameters', () => {
    expect(wisePath`/v2/profiles`.path).toBe('/v2/profiles');
  });
});

describe('pathInVersion', () => {
  test.each([
    [wisePath`/v3/spend/profiles/${'1'}/cards`, 'legacy', '/v3/spend/profiles/1/cards'],
    [wisePath`/v3/spend/profiles/${'1'}/cards`, '2026Q3', '/2026Q3/spend/profiles/1/cards'],
    [wisePath`/v4/spend/v3/${'v3'}`, '2026Q4', '/2026Q4/spend/v3/v3'],
    [fixedWisePath`/v3/applications/${'c'}/subscriptions`, '2026Q3', '/v3/applications/c/subscriptions'],
    [fixedWisePath`/oauth/token`, '2026Q3', '/oauth/token'],
    [
      fixedWisePath`/twcard-data/v1/sensitive-card-data/details`,
      '2026Q3',
      '/twcard-data/v1/sensitive-card-data/details',
    ],
  ] as const)('%o in %s', (path, version, expected) => {
    expect(pathInVersion(path, version)).toBe(expected);
  });
});

test.each([
  ['legacy', true],
  ['2026Q3', true],
  ['2026Q5', false],
  ['v3', false],
  ['2026Q3/..', false],
])('isWiseApiVersion(%s) is %s', (text, expected) => {
  expect(isWiseApiVersion(text)).toBe(expected);
});
