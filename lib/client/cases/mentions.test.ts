import { expect, it } from 'vitest';
import { insertMention, mentionedIn, offerMentions } from './mentions.ts';

const ines = { id: '1', name: 'Ines Duarte' };
const karim = { id: '2', name: 'Karim Haddad' };
const team = [ines, karim];
const offered = (text: string) => offerMentions(text, text.length, team).map(({ name }) => name);

it.each([
  ['@', ['Ines Duarte', 'Karim Haddad']],
  ['Ask @ka', ['Karim Haddad']],
  ['Ask @had', ['Karim Haddad']],
  ['Ask @Karim H', ['Karim Haddad']],
  ['Ask @Karim Haddad', []],
  ['Ask @Karim Haddad about it', []],
  ['karim@example', []],
  ['nobody', []],
])('after %j it offers %j', (text, names) => {
  expect(offered(text)).toEqual(names);
});

it('puts the name in place of what was typed, and goes on behind it', () => {
  const text = 'Ask @ka about it';
  expect(insertMention(text, 7, karim)).toEqual({ text: 'Ask @Karim Haddad about it', caret: 18 });
});

it('calls whoever is named after @, and nobody who is only named', () => {
  expect(mentionedIn('@Karim Haddad: ask Ines Duarte', team)).toEqual(['2']);
});
