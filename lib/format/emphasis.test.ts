import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepStrongWords, plainWords, readEmphasis } from './emphasis.ts';

const show = (text: string) =>
  readEmphasis(text).map(({ emphases, text: words }) => [words, ...emphases].join('|'));

describe('Wise’s four tags', () => {
  it.each([
    ['<strong>Test Payment</strong>', ['Test Payment|strong']],
    ['Paid <strong>Noor</strong> back', ['Paid ', 'Noor|strong', ' back']],
    ['<positive>+ 1,500.25 EUR</positive>', ['+ 1,500.25 EUR|positive']],
    [
      '<strikethrough><strong>Rent</strong> due</strikethrough>',
      ['Rent|strong|strikethrough', ' due|strikethrough'],
    ],
    ['<STRONG>Loud</Strong>', ['Loud|strong']],
    ['<strong>a<strong>b</strong>c</strong>d', ['abc|strong', 'd']],
    ['<strong>never closed', ['never closed|strong']],
    ['a</strong>b', ['a</strong>b']],
    [
      '<strong>out <negative>of</strong> order</negative>',
      ['out |strong', 'of|strong|negative', ' order|negative'],
    ],
    ['<strong></strong>', []],
    ['', []],
  ])('%s', (text, runs) => {
    expect(show(text)).toEqual(runs);
  });
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '<strong onclick="alert(1)">Shop</strong >',
  '<a href="javascript:alert(1)">Shop</a>',
  '<svg/onload=alert(1)>',
  '< strong>Shop',
  '<strong/>',
  '<strong',
  '<!-- <b> -->',
  '<stronger>',
  '\u202Egnp.exe',
])('other markup is text: %s', (text) => {
  expect(show(text)).toEqual([text]);
});

it('a tag put together out of two is none', () => {
  expect(show('<stro<strong>ng>x</strong>')).toEqual(['<stro', 'ng>x|strong']);
});

it.each([
  ['Marks &amp; Son', 'Marks & Son'],
  ['&lt;script&gt;', '<script>'],
  ['&lt;strong&gt;not strong', '<strong>not strong'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['Don&#39;t &#x27;&quot;&apos;', "Don't '\"'"],
  ['&#128179; &#x1F4B3;', '💳 💳'],
  ['Fish & Chips &unknown; &', 'Fish & Chips &unknown; &'],
  ['&#0; &#8; &#xD800; &#x110000; &#99999999;', '&#0; &#8; &#xD800; &#x110000; &#99999999;'],
])('entities: %s reads %s', (text, words) => {
  expect(show(text)).toEqual([words]);
});

it('keeps of a text only what stands out, and reads it the same afterwards', () => {
  expect(keepStrongWords('<strong>Inkwell</strong> was stopped to keep you safe')).toBe(
    '<strong>Inkwell</strong>',
  );
  expect(keepStrongWords('Stopped for review')).toBe('');
  const odd = '<strong>R&amp;D &amp;lt;i&amp;gt; <b>&lt;/strong&gt;</strong> tail';
  expect(plainWords(keepStrongWords(odd))).toBe('R&D &lt;i&gt; <b></strong>');
});

it('whatever the text, no words are lost and no run is empty', () => {
  const piece = fc.constantFrom(
    '<strong>',
    '</strong>',
    '<negative>',
    '</positive>',
    '<b>',
    '<',
    '>',
    'x',
    ' ',
    '</',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const runs = readEmphasis(pieces.join(''));
      expect(runs.every(({ text }) => text !== '')).toBe(true);
      const letters = (list: readonly string[]) => list.join('').replace(/[^x]/g, '').length;
      expect(letters(runs.map(({ text }) => text))).toBe(letters(pieces));
    }),
  );
});
