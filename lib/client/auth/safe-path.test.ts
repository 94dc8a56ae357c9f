import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it('keeps a path on this console with its query', () => {
  expect(safePath('/cards?status=FROZEN')).toBe('/cards?status=FROZEN');
});

it.each([
  undefined,
  null,
  '',
  'cards',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a\\b',
  'javascript:alert(1)',
  '/sign-in?callbackUrl=/sign-in',
])('falls back to the overview for %j', (candidate) => {
  expect(safePath(candidate)).toBe('/overview');
});
