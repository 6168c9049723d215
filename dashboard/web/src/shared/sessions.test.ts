import { describe, expect, test } from 'vitest';
import type { Session, SessionView } from './contract';
import { nowAndNext, seatsHeld, sessionAt, stateOf } from './sessions';

const at = (time: string) => Date.parse(`2026-02-16T${time}:00-06:00`);
const iso = (time: string) => `2026-02-16T${time}:00-06:00`;

const session = (id: string, start: string, end: string, parts: Partial<Session> = {}): Session => ({
  id,
  room: 'r',
  title: id,
  kind: 'workshop',
  access: 'registered',
  start: iso(start),
  end: iso(end),
  doorsOpen: new Date(at(start) - 30 * 60_000).toISOString(),
  doorsClose: iso(end),
  host: '',
  sector: '',
  status: 'scheduled',
  heldFor: '',
  ...parts,
});

const view = (arrivedExpected: number, expected: number): SessionView => ({
  session: 's',
  revision: 1,
  expected,
  arrived: arrivedExpected,
  arrivedExpected,
  heldSeats: 0,
});

describe('a session', () => {
  const s = session('s', '10:00', '11:00');
  test.each([
    ['09:29', 'next'],
    ['09:30', 'filling'],
    ['10:00', 'running'],
    ['10:59', 'running'],
    ['11:00', 'over'],
  ])('at %s is %s', (time, state) => expect(stateOf(s, view(30, 40), at(time))).toBe(state));

  test('is late from five minutes on while fewer than half are here', () => {
    expect(stateOf(s, view(19, 40), at('10:04'))).toBe('running');
    expect(stateOf(s, view(19, 40), at('10:05'))).toBe('late');
    expect(stateOf(s, view(20, 40), at('10:05'))).toBe('running');
  });

  test('is not late when nobody is expected by name', () =>
    expect(stateOf(s, view(0, 0), at('10:30'))).toBe('running'));

  test('is cancelled whatever the time', () =>
    expect(stateOf({ ...s, status: 'cancelled' }, undefined, at('10:30'))).toBe('cancelled'));
});

test('now and next are what is on and what starts within the span, by start', () => {
  const all = [
    session('over', '08:00', '09:00'),
    session('tonight', '19:00', '21:00'),
    session('next', '11:00', '12:00'),
    session('b', '09:00', '11:00'),
    session('a', '09:00', '11:00'),
  ];
  expect(nowAndNext(all, at('10:00'), 2 * 3_600_000).map((s) => s.id)).toEqual(['a', 'b', 'next']);
});

test('a room’s door is for the session that is on, and else for the one whose doors are open', () => {
  const first = session('first', '09:00', '10:00');
  const second = session('second', '10:15', '11:00');
  expect(sessionAt([second, first], at('09:50'))?.id).toBe('first');
  expect(sessionAt([second, first], at('10:05'))?.id).toBe('second');
  expect(sessionAt([second, first], at('08:00'))).toBeUndefined();
});

describe('held seats', () => {
  const one = session('one', '09:00', '10:00');
  const held = { ...view(10, 40), heldSeats: 3 };

  test('wait until the start', () => expect(seatsHeld(one, held, at('08:59'))).toBe(3));
  test('are released at the start', () => expect(seatsHeld(one, held, at('09:00'))).toBe(0));
  test('wait for nobody when the session is over', () => expect(seatsHeld(one, held, at('10:30'))).toBe(0));
  test('wait for nobody when the session is cancelled', () =>
    expect(seatsHeld({ ...one, status: 'cancelled' }, held, at('08:30'))).toBe(0));
  test('are none before the server has said', () => expect(seatsHeld(one, undefined, at('08:30'))).toBe(0));
});
