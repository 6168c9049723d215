import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change, Programme, Snapshot } from './contract';
import * as store from './store';

const real = Date.parse('2026-11-22T09:00:00Z');
const clock = { realAnchor: '2026-11-22T09:00:00Z', missionAnchor: '2026-02-16T08:30:00-06:00', speed: 60 };
const eightThirty = Date.parse('2026-02-16T08:30:00-06:00');

const snapshot: Snapshot = {
  mission: 'demo',
  scope: 'mission',
  version: 7,
  serverTime: '2026-11-22T09:00:00Z',
  programme: {
    mission: 'demo',
    name: 'Demo',
    version: 3,
    clock,
    cities: [
      { id: 'mex', name: 'Ciudad de México', timeZone: 'America/Mexico_City' },
      { id: 'yow', name: 'Ottawa', timeZone: 'America/Toronto' },
    ],
    venues: [{ id: 'v', city: 'yow', name: 'V', address: '', legal: 10 }],
    rooms: [{ id: 'r', venue: 'v', name: 'R', legal: 5, comfort: 4 }],
    sessions: [],
  },
  present: 30,
  cities: [],
  venues: [],
  sessions: [],
  scans: [],
  alerts: [],
};

const change = (parts: Partial<Change>): Change => ({
  mission: 'demo',
  scope: 'mission',
  since: 7,
  version: 8,
  serverTime: '2026-11-22T09:00:01Z',
  programmeVersion: 3,
  clock,
  ...parts,
});

/** This machine's clock moves, and the page looks at it. */
const pass = (milliseconds: number) => {
  vi.setSystemTime(Date.now() + milliseconds);
  store.tick.value = Date.now();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(real + 3_600_000);
  store.took(snapshot);
});

describe('the mission’s clock', () => {
  test('runs at its speed by the server’s clock, however wrong this machine’s is', () => {
    expect(store.now.value).toBe(eightThirty);
    pass(2_000);
    expect(store.now.value).toBe(eightThirty + 120_000);
    expect(store.minute.value).toBe(eightThirty + 120_000);
  });

  test('follows a beat to another speed', () => {
    store.beaten({
      mission: 'demo',
      version: 7,
      serverTime: '2026-11-22T09:00:00Z',
      clock: { ...clock, speed: 0 },
    });
    pass(2_000);
    expect(store.now.value).toBe(eightThirty);
    expect(store.speed.value).toBe(0);
  });

  test('stands still when the server is not heard', () => {
    pass(store.staleAfter + 1);
    expect(store.now.value).toBe(eightThirty);
  });
});

describe('numbers', () => {
  test('are stale after five seconds without a beat, and fresh with the next', () => {
    pass(store.staleAfter);
    expect(store.stale.value).toBe(false);
    pass(1);
    expect(store.stale.value).toBe(true);
    expect(store.age.value).toBe(store.staleAfter + 1);
    store.beaten({ mission: 'demo', version: 7, serverTime: '2026-11-22T09:00:05Z', clock });
    expect(store.stale.value).toBe(false);
    expect(store.age.value).toBe(0);
  });

  test('change with a change that follows', () => {
    expect(store.changed(change({ present: 31 }))).toBe('kept');
    expect(store.snapshot.value?.present).toBe(31);
  });

  test('stay as they are after a gap, and the page asks again', () => {
    expect(store.changed(change({ since: 9, version: 10, present: 99 }))).toBe('again');
    expect(store.snapshot.value?.present).toBe(30);
  });
});

test('a place is in the time zone of its city, and the mission in that of its first', () => {
  expect(store.zoneOf({ room: 'r' })).toBe('America/Toronto');
  expect(store.zoneOf({ venue: 'v' })).toBe('America/Toronto');
  expect(store.zoneOf({})).toBe('America/Mexico_City');
});

test('whoever is told of one session at a time still knows the others', () => {
  const session = (id: string, title: string) => ({ id, title, room: 'r' }) as Programme['sessions'][number];
  const all = { ...snapshot.programme, sessions: [session('a', 'A'), session('b', 'B')] };
  store.planned(all);
  store.took({
    ...snapshot,
    scope: 'session/b',
    programme: { ...all, venues: [], rooms: [], sessions: [session('b', 'B, moved')] },
  });
  expect(store.programme.value?.sessions.map((s) => s.title)).toEqual(['A', 'B, moved']);
  expect(store.programme.value?.venues.map((v) => v.id)).toEqual(['v']);
});
