import type { Change, CityView, SessionView, Snapshot, VenueView } from './contract';

/** What a change makes of the state: the next state (the same one when the change is old), or that the snapshot has to be fetched again. */
export type Applied = { state: Snapshot } | { again: 'gap' | 'programme' };

/** Folds one change into the state. It only ever puts what the server said in place of what the server said before; it adds nothing up. */
export function apply(state: Snapshot, change: Change): Applied {
  if (change.mission !== state.mission || change.scope !== state.scope) return { state };
  if (change.version <= state.version) return { state };
  // a change covers all that happened since `since`; a snapshot may be later than that, and then the change still follows it
  if (change.since > state.version) return { again: 'gap' };
  if (change.programmeVersion !== state.programme.version) return { again: 'programme' };
  return {
    state: {
      ...state,
      version: change.version,
      serverTime: change.serverTime,
      programme: { ...state.programme, clock: change.clock },
      present: change.present ?? state.present,
      cities: replace(state.cities, change.cities, (c: CityView) => c.city),
      venues: replace(state.venues, change.venues, (v: VenueView) => v.venue, newer),
      sessions: replace(state.sessions, change.sessions, (s: SessionView) => s.session, newer),
      scans: change.scans ?? state.scans,
      alerts: change.alerts ?? state.alerts,
    },
  };
}

interface Revised {
  revision: number;
}

const newer = (held: Revised, come: Revised) => come.revision > held.revision;

function replace<T>(
  held: T[],
  come: T[] | null | undefined,
  key: (item: T) => string,
  takes: (held: T, come: T) => boolean = () => true,
): T[] {
  if (!come || come.length === 0) return held;
  const next = new Map(held.map((item) => [key(item), item]));
  for (const item of come) {
    const old = next.get(key(item));
    if (old === undefined || takes(old, item)) next.set(key(item), item);
  }
  return [...next.values()];
}
