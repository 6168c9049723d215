import { computed, effect, signal } from '@preact/signals';
import { ended, me } from '../shared/access';
import { ask, type Failure, missionPath } from '../shared/api';
import type { Decision, Delegate, Direction, Occupancy, ScanRequest } from '../shared/contract';
import { asked, mayHere } from '../shared/mission';
import { deviceTime, missionClock, programme, roomView, tick, venueView } from '../shared/store';
import { findDoor, given, type DoorPlace } from './doors';
import { operatorHeader } from './identity';
import { ScanQueue, sleep, type Pending } from './scanQueue';
import { give, type Cue } from './signals';
import { uuid7 } from './uuid';

/** What the screen shows of a scan that is settled: the server's decision, or that the server would not take it. */
export interface Settled {
  request: ScanRequest;
  label: string;
  decision: Decision | null;
  failure: Failure | null;
  annulled: boolean;
}

const doorKey = 'eventops.door';

export const chosenDoor = signal(asked('door') ?? localStorage.getItem(doorKey) ?? '');
export const direction = signal<Direction>('entry');
export const queue = signal<readonly Pending[]>([]);
export const history = signal<readonly Settled[]>([]);

/** The settled scan that fills the screen; null once the next input has begun. */
export const shown = signal<Settled | null>(null);

/** The door of the address or of the last time, whether or not one may scan there. */
const wantedDoor = computed<DoorPlace | null>(() =>
  programme.value && chosenDoor.value ? findDoor(programme.value, chosenDoor.value) : null,
);

export const door = computed<DoorPlace | null>(() =>
  wantedDoor.value && given(me.value?.doors, wantedDoor.value) ? wantedDoor.value : null,
);

/** What a door is called by those who use it. */
export const nameOf = (at: DoorPlace): string => at.session?.title ?? at.room?.name ?? at.venue.name;

/** A door that was chosen and is not one's own; null when there is none. */
export const foreignDoor = computed<string | null>(() =>
  wantedDoor.value && !door.value ? nameOf(wantedDoor.value) : null,
);

export function chooseDoor(key: string): void {
  chosenDoor.value = key;
  shown.value = null;
  localStorage.setItem(doorKey, key);
  const address = new URL(location.href);
  if (key === '') address.searchParams.delete('door');
  else address.searchParams.set('door', key);
  window.history.replaceState(null, '', address);
}

const mission = () => programme.value?.mission ?? '';

const scans = new ScanQueue({
  send: (request) =>
    ask<Decision>(missionPath(mission(), 'scans'), {
      method: 'POST',
      body: request,
      headers: operatorHeader(),
    }),
  stamp: deviceTime,
  now: Date.now,
  sleep,
  show: (pending) => {
    if (pending[0]?.state === 'retrying' && queue.value[0]?.state === 'checking') give('trouble');
    queue.value = pending;
  },
  decided: (decision, pending) => settle({ ...base(pending), decision, failure: null }),
  failed: (failure, pending) => settle({ ...base(pending), decision: null, failure }),
});

const base = ({ request, label }: Pending) => ({ request, label, annulled: false });

function settle(settled: Settled): void {
  history.value = [settled, ...history.value].slice(0, 20);
  shown.value = settled;
  give(cueOf(settled));
}

/** A refusal that somebody may pass with a reason. */
export const isOverridable = (decision: Decision): boolean =>
  decision.outcome === 'refused' && decision.overridable;

/** The same, where it is the one at this door who may. */
export const isSoft = (decision: Decision): boolean => isOverridable(decision) && mayHere('override');

export function cueOf({ decision }: Settled): Cue {
  if (!decision) return 'trouble';
  return isSoft(decision) ? 'soft' : decision.outcome;
}

/** Presents a badge, or a person picked by name, at the chosen door. */
export function scan(who: { code: string } | { delegate: Delegate }): void {
  const at = door.value;
  if (!at) return;
  const present =
    'code' in who
      ? { label: who.code, by: { code: who.code } }
      : { label: who.delegate.name, by: { delegateId: who.delegate.id } };
  send({ ...present.by, door: at.door, direction: direction.value }, present.label);
}

/** Presents the same person again, with the reason for letting them in: a new scan, since it asks for something else. */
export function override(settled: Settled, reason: string): void {
  const { code, delegateId, door: at, direction: way } = settled.request;
  const who = delegateId === undefined ? { ...(code === undefined ? {} : { code }) } : { delegateId };
  send(
    { ...who, door: at, direction: way, override: { reason } },
    settled.decision?.delegate?.name ?? settled.label,
  );
}

function send(scan: Omit<ScanRequest, 'scanId' | 'scannedAt' | 'sentAt'>, label: string): void {
  const at = deviceTime();
  shown.value = null;
  scans.add({ scanId: uuid7(), ...scan, scannedAt: at, sentAt: at }, label);
}

const quarter = 15 * 60_000;

/** The last scan of this device, while it may still be undone. */
export const undoable = computed<Settled | null>(() => {
  const last = history.value.find((s) => s.decision && s.decision.outcome !== 'refused');
  if (!last?.decision || last.annulled) return null;
  return missionClock(tick.value) - Date.parse(last.decision.serverTime) < quarter ? last : null;
});

/** Makes a scan not have happened. */
export async function annul(settled: Settled, annulmentId: string, reason: string): Promise<void> {
  const path = missionPath(mission(), `scans/${settled.request.scanId}/annulment`);
  await ask(path, { method: 'POST', body: { annulmentId, reason }, headers: operatorHeader() });
  const undone = { ...settled, annulled: true };
  history.value = history.value.map((s) => (s.request.scanId === settled.request.scanId ? undone : s));
  if (shown.value?.request.scanId === settled.request.scanId) shown.value = undone;
}

/** The count of a decision's place, or the live one when that is newer; never an older one. */
export function countNow(decision: Decision): { count: Occupancy; trend: number | undefined } {
  const venue = venueView.value.get(decision.venue.id);
  const room = decision.room ? roomView.value.get(decision.room.id) : undefined;
  const live = decision.room ? room?.occupancy : venue?.occupancy;
  return {
    count: venue && live && venue.version >= decision.version ? live : decision.occupancy,
    trend: room?.trend,
  };
}

/** What was presented and never recorded because the access ended: what waits, and what was answered so. */
export const unrecorded = computed<string[]>(() => [
  ...history.value.filter((s) => s.failure?.status === 401).map((s) => s.label),
  ...queue.value.map((pending) => pending.label),
]);

// the screen says it; whoever looks elsewhere hears it
ended.subscribe((now) => {
  if (now) give('trouble');
});

window.addEventListener('online', () => scans.hurry());

// a scan that nobody has answered is lost with the page: the browser then asks
effect(() => {
  const stay = (event: BeforeUnloadEvent) => event.preventDefault();
  if (queue.value.length === 0) return;
  window.addEventListener('beforeunload', stay);
  return () => window.removeEventListener('beforeunload', stay);
});
