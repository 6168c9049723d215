import { expect, test } from 'vitest';
import type { Programme } from '../shared/contract';
import { findDoor, given, looksLikeCode } from './doors';
import { slug } from './slug';

const plan = {
  venues: [{ id: 'v', city: 'c', name: 'Venue', address: '', legal: 10 }],
  rooms: [{ id: 'r', venue: 'v', name: 'Room', legal: 5, comfort: 4 }],
  sessions: [{ id: 's:1', room: 'r', title: 'Session' }],
} as unknown as Programme;

test('a door is found by its key, and told to the server with where it is', () => {
  expect(findDoor(plan, 'session:s:1')?.door).toEqual({ session: 's:1', room: 'r' });
  expect(findDoor(plan, 'room:r')?.door).toEqual({ room: 'r' });
  expect(findDoor(plan, 'venue:v')?.door).toEqual({ venue: 'v' });
  expect(findDoor(plan, 'session:s:1')?.venue.id).toBe('v');
});

test('a door that is not in the programme is not found', () => {
  for (const key of ['session:x', 'room:x', 'venue:x', 'x', '', 'city:c'])
    expect(findDoor(plan, key)).toBeNull();
});

test('what is one long word with a digit is a code, and a name is not', () => {
  expect(['K7TQ2M9XWP4HRD3B', 'https://e.example/b/K7TQ2M9X', 'd0000007'].every(looksLikeCode)).toBe(true);
  expect(['Díaz', 'Featherstonehaugh', 'Ana 2', 'd-07', ''].some(looksLikeCode)).toBe(false);
});

test('an operator’s name becomes an id', () => {
  expect(slug('Ana Sofía Núñez')).toBe('ana-sofia-nunez');
  expect(slug('  —  ')).toBe('');
  expect(slug('x'.repeat(80))).toHaveLength(64);
});

test('one has the doors that one was given, and those inside of them', () => {
  const places = ['session:s:1', 'room:r', 'venue:v'].map((key) => findDoor(plan, key));
  const mine = (doors: string[] | null) => places.map((place) => place !== null && given(doors, place));
  expect(mine(null)).toEqual([true, true, true]);
  expect(mine(['venue:v'])).toEqual([true, true, true]);
  expect(mine(['room:r'])).toEqual([true, true, false]);
  expect(mine(['session:s:1'])).toEqual([true, false, false]);
  expect(mine(['room:x', 'venue:y'])).toEqual([false, false, false]);
  expect(mine([])).toEqual([false, false, false]);
});
