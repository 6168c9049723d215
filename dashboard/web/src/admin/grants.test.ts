import { expect, test } from 'vitest';
import type { Programme } from '../shared/contract';
import { language } from '../shared/language';
import { byPower, grantText, settled, type Grant } from './grants';

const plan = {
  venues: [{ id: 'v', name: 'Centre' }],
  rooms: [
    { id: 'a', venue: 'v', name: 'Hall A' },
    { id: 'b', venue: 'v', name: 'Hall B' },
  ],
  sessions: [{ id: 's', room: 'a', title: 'Opening plenary' }],
} as unknown as Programme;

const grant = (given: Partial<Grant>): Grant => ({
  mission: 'demo',
  role: 'floor',
  doors: null,
  sessions: null,
  ...given,
});

const text = (given: Partial<Grant>) => grantText(grant(given), 'The mission', plan);

test.each<[Partial<Grant>, string]>([
  [{}, 'Floor, The mission: every door'],
  [{ doors: [] }, 'Floor, The mission: no door'],
  [{ doors: ['room:a'] }, 'Floor, The mission: Hall A'],
  [{ doors: ['room:a', 'venue:v'] }, 'Floor, The mission: Hall A, Centre'],
  [{ doors: ['room:a', 'room:b', 'venue:v', 'session:s'] }, 'Floor, The mission: Hall A, Hall B and 2 more'],
  [{ doors: ['room:gone'] }, 'Floor, The mission: room:gone'],
  [{ role: 'host', sessions: ['s'] }, 'Host, The mission: Opening plenary'],
  [{ role: 'host', sessions: null }, 'Host, The mission: every session'],
  [{ role: 'viewer', doors: ['room:a'] }, 'Viewer, The mission'],
  [{ mission: '*', role: 'administrator' }, 'Administrator, every mission'],
])('%o reads “%s”', (given, said) => expect(text(given)).toBe(said));

test('it reads in the language of the page', () => {
  language.value = 'fr';
  expect(text({ doors: ['room:a', 'room:b', 'venue:v'] })).toBe(
    'Accueil, The mission\u00a0: Hall A, Hall B et 1 autre',
  );
  language.value = 'en';
});

test('doors and sessions are sent only for roles that they limit, in one mission', () => {
  const doors = ['room:a'];
  const sessions = ['s'];
  expect(settled(grant({ doors, sessions }))).toEqual(grant({ doors }));
  expect(settled(grant({ role: 'host', doors, sessions }))).toEqual(grant({ role: 'host', sessions }));
  expect(settled(grant({ role: 'viewer', doors, sessions }))).toEqual(grant({ role: 'viewer' }));
  expect(settled(grant({ mission: '*', doors }))).toEqual(grant({ mission: '*' }));
});

test('the most powerful role stands first', () => {
  const roles = (['viewer', 'floor', 'administrator'] as const).map((role) => grant({ role }));
  expect(roles.sort(byPower).map((g) => g.role)).toEqual(['administrator', 'floor', 'viewer']);
});
