import { computed, signal } from '@preact/signals';
import { apply } from './apply';
import type { Beat, Change, Clock, Programme, RoomView, SessionView, Snapshot, VenueView } from './contract';

/** How the page is connected; `live` only while the scope's snapshot is held and its changes arrive. */
export type Connection = 'connecting' | 'live' | 'lost';

/** Without a beat for this long, in milliseconds, the numbers on the page are old. */
export const staleAfter = 5_000;

/** The one place where a page keeps what the server said. Signals change as one, in the order in which the server spoke. */
export const snapshot = signal<Snapshot | null>(null);
export const connection = signal<Connection>('connecting');

/** When the server was last heard, in milliseconds of this machine's clock; null before the first time. */
export const heardAt = signal<number | null>(null);

/** This machine's clock, twice a second: pages derive time from it and so redraw at most that often. */
export const tick = signal(Date.now());
setInterval(() => (tick.value = Date.now()), 500);

const skew = signal(0);
const clock = signal<Clock | null>(null);

export function took(state: Snapshot): void {
  snapshot.value = state;
  clock.value = state.programme.clock;
  heard(state.serverTime);
}

export function changed(change: Change): 'kept' | 'again' {
  const held = snapshot.value;
  if (!held) return 'again';
  const applied = apply(held, change);
  if ('again' in applied) return 'again';
  snapshot.value = applied.state;
  clock.value = applied.state.programme.clock;
  return 'kept';
}

export function beaten(beat: Beat): void {
  clock.value = beat.clock;
  heard(beat.serverTime);
}

function heard(serverTime: string): void {
  const now = Date.now();
  heardAt.value = now;
  tick.value = now;
  skew.value = Date.parse(serverTime) - now;
}

/** The mission's time at a moment of the real clock; milliseconds since 1970, both. */
export const missionTime = (clock: Clock, real: number): number =>
  Date.parse(clock.missionAnchor) + (real - Date.parse(clock.realAnchor)) * clock.speed;

/** What time it is for the mission by the server's clock; null before the first snapshot. It stands still when the data is stale. */
export const now = computed<number | null>(() => {
  if (!clock.value) return null;
  const real = stale.value ? (heardAt.value ?? tick.value) : tick.value;
  return missionTime(clock.value, real + skew.value);
});

/** The same, by the minute: what is drawn from it is redrawn once a minute of the mission. */
export const minute = computed<number | null>(() =>
  now.value === null ? null : Math.floor(now.value / 60_000) * 60_000,
);

/** The mission's time at a moment of this machine's clock. */
export const missionClock = (real: number): number =>
  clock.value ? missionTime(clock.value, real + skew.value) : real;

export const speed = computed(() => clock.value?.speed ?? 1);

/** What this device's own clock says, in the mission's time: what it writes on a scan. */
export const deviceTime = (): string =>
  new Date(clock.value ? missionTime(clock.value, Date.now()) : Date.now()).toISOString();

/** Milliseconds since the server was last heard; null before the first time. */
export const age = computed<number | null>(() =>
  heardAt.value === null ? null : Math.max(0, tick.value - heardAt.value),
);

export const stale = computed(() => age.value !== null && age.value > staleAfter);

const plan = signal<Programme | null>(null);

/** A programme that was read on its own, for whoever may not see a board; a snapshot's takes its place. */
export function planned(read: Programme): void {
  plan.value = read;
  clock.value ??= read.clock;
}

/** Whoever may not see a board is told of one session at a time: what they know of the others stays. */
export const programme = computed<Programme | null>(() => {
  const shown = snapshot.value?.programme ?? null;
  if (!shown || !plan.value) return shown ?? plan.value;
  return {
    ...shown,
    cities: united(plan.value.cities, shown.cities),
    venues: united(plan.value.venues, shown.venues),
    rooms: united(plan.value.rooms, shown.rooms),
    sessions: united(plan.value.sessions, shown.sessions),
  };
});

function united<T extends { id: string }>(all: T[], part: T[]): T[] {
  const newer = new Map(part.map((item) => [item.id, item]));
  return [
    ...all.map((item) => newer.get(item.id) ?? item),
    ...part.filter((item) => !all.some((a) => a.id === item.id)),
  ];
}

const byId = <T, K extends keyof T>(items: T[] | undefined, key: K) =>
  new Map((items ?? []).map((item) => [item[key], item]));

export const cityOf = computed(() => byId(programme.value?.cities, 'id'));
export const venueOf = computed(() => byId(programme.value?.venues, 'id'));
export const roomOf = computed(() => byId(programme.value?.rooms, 'id'));
export const sessionOf = computed(() => byId(programme.value?.sessions, 'id'));
export const venueView = computed<Map<string, VenueView>>(() => byId(snapshot.value?.venues, 'venue'));
export const sessionView = computed<Map<string, SessionView>>(() =>
  byId(snapshot.value?.sessions, 'session'),
);
export const roomView = computed<Map<string, RoomView>>(
  () =>
    new Map(
      (snapshot.value?.venues ?? []).flatMap((v) => v.rooms.map((r): [string, RoomView] => [r.room, r])),
    ),
);

/** The time zone of a room's or venue's city. */
export function zoneOf(place: {
  room?: string | null | undefined;
  venue?: string | null | undefined;
}): string {
  const venue = place.venue ?? (place.room ? roomOf.value.get(place.room)?.venue : undefined);
  const city = venue ? venueOf.value.get(venue)?.city : undefined;
  return (city ? cityOf.value.get(city) : programme.value?.cities[0])?.timeZone ?? 'UTC';
}
