import type { Session, SessionView } from './contract';

export type SessionState = 'cancelled' | 'over' | 'running' | 'late' | 'filling' | 'next';

const minutes = 60_000;

/**
 * Where a session stands at a moment. It is late when it has run for five minutes and half of those who are expected are not here:
 * the host then wants to know before starting.
 */
export function stateOf(session: Session, view: SessionView | undefined, now: number): SessionState {
  if (session.status === 'cancelled') return 'cancelled';
  if (now >= Date.parse(session.end)) return 'over';
  if (now < Date.parse(session.start)) return now >= Date.parse(session.doorsOpen) ? 'filling' : 'next';
  const few = view !== undefined && view.arrivedExpected * 2 < view.expected;
  return few && now >= Date.parse(session.start) + 5 * minutes ? 'late' : 'running';
}

/** How many seats are still held: at the start they are released, whoever they were for. */
export const seatsHeld = (session: Session, view: SessionView | undefined, now: number): number =>
  session.status !== 'cancelled' && now < Date.parse(session.start) ? (view?.heldSeats ?? 0) : 0;

/** What is on now and what starts within a span, by start: the order does not depend on counts, so rows do not jump. */
export const nowAndNext = (sessions: readonly Session[], now: number, span: number): Session[] =>
  sessions
    .filter((s) => Date.parse(s.end) > now && Date.parse(s.start) <= now + span)
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.title.localeCompare(b.title));

/** What a room's door is for now: the session that is on, else the one whose doors are open. */
export function sessionAt(sessions: readonly Session[], now: number): Session | undefined {
  const here = sessions.filter((s) => s.status !== 'cancelled' && Date.parse(s.end) > now);
  return here.find((s) => Date.parse(s.start) <= now) ?? here.find((s) => Date.parse(s.doorsOpen) <= now);
}
