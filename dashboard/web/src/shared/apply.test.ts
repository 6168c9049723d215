import { describe, expect, test } from 'vitest';
import { apply } from './apply';
import type { Change, Snapshot, VenueView } from './contract';

const clock = { realAnchor: '2026-02-16T14:30:00Z', missionAnchor: '2026-02-16T08:30:00-06:00', speed: 30 };

const venue = (id: string, revision: number, present: number): VenueView => ({
  venue: id,
  revision,
  version: revision,
  occupancy: { present, legal: 100 },
  foyer: present,
  rooms: [],
  arrivals: [],
});

const held: Snapshot = {
  mission: 'demo',
  scope: 'mission',
  version: 7,
  serverTime: '2026-02-16T14:30:00Z',
  programme: {
    mission: 'demo',
    name: 'Demo',
    version: 3,
    clock,
    cities: [],
    venues: [],
    rooms: [],
    sessions: [],
  },
  present: 30,
  cities: [{ city: 'mex', present: 30 }],
  venues: [venue('a', 5, 10), venue('b', 5, 20)],
  sessions: [{ session: 's', revision: 2, expected: 40, arrived: 12, arrivedExpected: 11, heldSeats: 3 }],
  scans: [],
  alerts: [],
};

const change = (parts: Partial<Change>): Change => ({
  mission: 'demo',
  scope: 'mission',
  since: 7,
  version: 8,
  serverTime: '2026-02-16T14:30:01Z',
  programmeVersion: 3,
  clock,
  ...parts,
});

const stateOf = (applied: ReturnType<typeof apply>): Snapshot => {
  if ('again' in applied) throw new Error(`asked to subscribe again: ${applied.again}`);
  return applied.state;
};

describe('a change of the version that the page holds', () => {
  test('replaces what it names and keeps the rest', () => {
    const next = stateOf(apply(held, change({ present: 31, venues: [venue('a', 6, 11)] })));
    expect(next.version).toBe(8);
    expect(next.present).toBe(31);
    expect(next.venues).toEqual([venue('a', 6, 11), venue('b', 5, 20)]);
    expect(next.venues[1]).toBe(held.venues[1]);
    expect(next.sessions).toBe(held.sessions);
  });

  test('never puts a lower revision in place of a higher one', () => {
    const next = stateOf(apply(held, change({ venues: [venue('a', 4, 99), venue('b', 6, 21)] })));
    expect(next.venues.map((v) => v.occupancy.present)).toEqual([10, 21]);
  });

  test('reads absent, null and empty parts as unchanged', () => {
    const next = stateOf(apply(held, change({ present: null, venues: null, sessions: [], scans: null })));
    expect(next).toMatchObject({
      present: 30,
      venues: held.venues,
      sessions: held.sessions,
      scans: held.scans,
    });
  });

  test('takes lists of scans as a whole, an empty one too', () => {
    const line = { scanId: 'x', at: '', kind: 'admitted', venue: 'a', device: 'd', marks: [] } as const;
    const full = stateOf(apply(held, change({ scans: [{ ...line, marks: [] }] })));
    expect(full.scans).toHaveLength(1);
    expect(stateOf(apply(full, change({ since: 8, version: 9, scans: [] }))).scans).toEqual([]);
  });

  test('follows a snapshot that is later than its beginning', () => {
    expect(stateOf(apply(held, change({ since: 4, version: 9, present: 35 })))).toMatchObject({
      version: 9,
      present: 35,
    });
  });

  test('carries the clock', () => {
    const next = stateOf(apply(held, change({ clock: { ...clock, speed: 0 } })));
    expect(next.programme.clock.speed).toBe(0);
  });

  test('keeps a place that was not known before', () => {
    const next = stateOf(apply(held, change({ venues: [venue('c', 1, 4)] })));
    expect(next.venues.map((v) => v.venue)).toEqual(['a', 'b', 'c']);
  });
});

describe('a change that does not follow', () => {
  test('is dropped when its version is not above the page’s', () => {
    expect(stateOf(apply(held, change({ version: 7, since: 6, present: 1 })))).toBe(held);
    expect(stateOf(apply(held, change({ version: 3, since: 2, present: 1 })))).toBe(held);
  });

  test('asks for the snapshot again when something between is missing', () => {
    expect(apply(held, change({ since: 8, version: 9 }))).toEqual({ again: 'gap' });
  });

  test('asks for the snapshot again when the programme changed', () => {
    expect(apply(held, change({ programmeVersion: 4 }))).toEqual({ again: 'programme' });
  });

  test('is ignored when it is of another scope or mission', () => {
    expect(stateOf(apply(held, change({ scope: 'venue/a', present: 1 })))).toBe(held);
    expect(stateOf(apply(held, change({ mission: 'other', present: 1 })))).toBe(held);
  });
});

test('the state it was given is never touched', () => {
  const before = structuredClone(held);
  apply(held, change({ present: 99, venues: [venue('a', 9, 99)] }));
  expect(held).toEqual(before);
});
