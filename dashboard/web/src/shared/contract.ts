/**
 * What the server says and is told, word for word as in docs/api.md.
 * The server may leave a null property out, so everything that can be null can also be undefined here.
 */

type Absent = null | undefined;

export interface Occupancy {
  present: number;
  comfort?: number | Absent;
  legal: number;
}

export interface Clock {
  realAnchor: string;
  missionAnchor: string;
  speed: number;
}

export interface RoomView {
  room: string;
  occupancy: Occupancy;
  trend: number;
  arrivalsPerMinute: number;
}

export interface ArrivalSlice {
  from: string;
  count: number;
}

export interface VenueView {
  venue: string;
  revision: number;
  version: number;
  occupancy: Occupancy;
  foyer: number;
  rooms: RoomView[];
  arrivals: ArrivalSlice[];
}

export interface SessionView {
  session: string;
  revision: number;
  expected: number;
  arrived: number;
  arrivedExpected: number;
  heldSeats: number;
}

export type EntryKind = 'admitted' | 'exited' | 'refused' | 'departed' | 'annulled';

export const reasons = [
  'unknown-badge',
  'revoked-badge',
  'wrong-mission',
  'session-cancelled',
  'session-moved',
  'not-invited',
  'not-registered',
  'too-early',
  'too-late',
  'already-inside',
  'room-full',
  'venue-full',
  'over-comfort',
  'held-seats',
] as const;

export type Reason = (typeof reasons)[number];

export const marks = ['not-inside', 'was-elsewhere', 'cloned-badge', 'not-restored'] as const;

export type Mark = (typeof marks)[number];

export interface ScanLine {
  scanId: string;
  at: string;
  kind: EntryKind;
  reason?: Reason | Absent;
  delegate?: { id: string; name: string; organisation: string; vip: boolean } | Absent;
  code?: string | Absent;
  venue: string;
  room?: string | Absent;
  session?: string | Absent;
  device: string;
  /** Who asked for it at the door: an id. */
  operator?: string | Absent;
  overrode?: Reason | Absent;
  /** The operator's reason for an override or an annulment. */
  why?: string | Absent;
  marks: Mark[];
}

export interface CityView {
  city: string;
  present: number;
}

export interface City {
  id: string;
  name: string;
  timeZone: string;
}

export interface Venue {
  id: string;
  city: string;
  name: string;
  address: string;
  legal: number;
}

export interface Room {
  id: string;
  venue: string;
  name: string;
  legal: number;
  comfort: number;
}

export type SessionKind = 'plenary' | 'high-level-meeting' | 'workshop' | 'matchmaking' | 'reception';
export type AccessRule = 'open' | 'registered' | 'invited';

export interface Session {
  id: string;
  room: string;
  title: string;
  kind: SessionKind;
  access: AccessRule;
  start: string;
  end: string;
  doorsOpen: string;
  doorsClose: string;
  host: string;
  sector: string;
  status: 'scheduled' | 'cancelled';
  heldFor: string;
}

export interface Programme {
  mission: string;
  name: string;
  version: number;
  clock: Clock;
  cities: City[];
  venues: Venue[];
  rooms: Room[];
  sessions: Session[];
}

export interface Snapshot {
  mission: string;
  scope: string;
  version: number;
  serverTime: string;
  programme: Programme;
  present: number;
  cities: CityView[];
  venues: VenueView[];
  sessions: SessionView[];
  scans: ScanLine[];
  alerts: ScanLine[];
}

export interface Change {
  mission: string;
  scope: string;
  since: number;
  version: number;
  serverTime: string;
  programmeVersion: number;
  clock: Clock;
  present?: number | Absent;
  cities?: CityView[] | Absent;
  venues?: VenueView[] | Absent;
  sessions?: SessionView[] | Absent;
  scans?: ScanLine[] | Absent;
  alerts?: ScanLine[] | Absent;
}

export interface Beat {
  mission: string;
  version: number;
  serverTime: string;
  clock: Clock;
}

export interface Delegate {
  id: string;
  name: string;
  organisation: string;
  sector: string;
  language: string;
  vip: boolean;
  note: string;
}

export type Direction = 'entry' | 'exit';

/** Where a badge is presented: a session's door (with the room that the door leads to), a room's, or a venue's own. */
export type Door = { session: string; room?: string } | { room: string } | { venue: string };

export interface ScanRequest {
  scanId: string;
  code?: string;
  delegateId?: string;
  door: Door;
  direction: Direction;
  scannedAt: string;
  sentAt: string;
  override?: { reason: string };
}

export type Outcome = 'admitted' | 'exited' | 'refused';

export interface Decision {
  scanId: string;
  outcome: Outcome;
  reason?: Reason | Absent;
  text: string;
  overridable: boolean;
  overrode?: Reason | Absent;
  marks: Mark[];
  delegate?: Delegate | Absent;
  session?: { id: string; title: string } | Absent;
  room?: { id: string; name: string } | Absent;
  venue: { id: string; name: string };
  occupancy: Occupancy;
  version: number;
  serverTime: string;
}

export interface RosterPerson {
  delegate: Delegate;
  expected?: 'registered' | 'invited' | Absent;
  seatHeld: boolean;
  arrivedAt?: string | Absent;
  visits: number;
  inside: boolean;
}

export interface RosterOrganisation {
  organisation: string;
  expected: number;
  arrived: number;
  people: RosterPerson[];
}

export interface Roster {
  session: Session;
  summary: SessionView;
  room?: RoomView | Absent;
  organisations: RosterOrganisation[];
}

export interface Rehearsal {
  rehearsal: boolean;
  running: boolean;
  speed: number;
  now: string;
}

export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string | Absent;
  errors?: Record<string, string | string[]> | Absent;
}
