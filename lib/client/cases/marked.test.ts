import { expect, it } from 'vitest';
import type { DeskCase } from '../../contracts/cases.ts';
import { sortOutMarked } from './marked.ts';

type Marked = Pick<DeskCase, 'state' | 'assignee'>;
const me = 'p1';
const own = { id: me, name: 'Ines Duarte' };
const karim = { id: 'p2', name: 'Karim Haddad' };
const sortOut = (marked: Marked[]) => sortOutMarked(marked as DeskCase[], me);

it('closes nobody’s and one’s own, and says what stands against each of the others', () => {
  const marked: Marked[] = [
    { state: 'waiting', assignee: null },
    { state: 'taken', assignee: own },
    { state: 'taken', assignee: karim },
    { state: 'taken', assignee: karim },
    { state: 'second-reader', assignee: own },
    { state: 'merged', assignee: null },
  ];
  const { able, words } = sortOut(marked);
  expect(able).toEqual(marked.slice(0, 2));
  expect(words).toBe(
    '2 cases can be closed: 2 with Karim Haddad, 1 waiting for a second reader, 1 gone on in another.',
  );
});

it('says nothing against cases that can all be closed', () => {
  expect(sortOut([{ state: 'waiting', assignee: null }]).words).toBe('1 case can be closed.');
});
