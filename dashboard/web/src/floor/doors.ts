import type { Door, Programme, Room, Session, Venue } from '../shared/contract';

/** A door as people name it, and as the server is told. */
export interface DoorPlace {
  key: string;
  door: Door;
  venue: Venue;
  room: Room | null;
  session: Session | null;
}

/** Finds the door of an address, `session:ID`, `room:ID` or `venue:ID`; null when the programme has no such door. */
export function findDoor(plan: Programme, key: string): DoorPlace | null {
  const split = key.indexOf(':');
  const [kind, id] = [key.slice(0, split), key.slice(split + 1)];
  const session = kind === 'session' ? plan.sessions.find((s) => s.id === id) : undefined;
  const roomId = session?.room ?? (kind === 'room' ? id : undefined);
  const room = roomId === undefined ? undefined : plan.rooms.find((r) => r.id === roomId);
  const venueId = room?.venue ?? (kind === 'venue' ? id : undefined);
  const venue = plan.venues.find((v) => v.id === venueId);
  if (!venue) return null;
  return {
    key,
    door: session
      ? { session: session.id, room: session.room }
      : room
        ? { room: room.id }
        : { venue: venue.id },
    venue,
    room: room ?? null,
    session: session ?? null,
  };
}

/** Whether what was typed is a badge's code and not the beginning of a name: one word with a digit in it, long enough; or one of ours, in groups. */
export const looksLikeCode = (text: string): boolean =>
  /\d/.test(text) && (/^\S{8,}$/.test(text) || /^[0-9A-Za-z]{20}$/.test(text.replace(/[ -]/g, '')));

/**
 * Whether a place is among the doors that somebody was given; null is every door. A room stands for the sessions in it, a venue for all that is
 * in it: whoever stands at a hall's door scans for whatever is on there.
 */
export function given(doors: readonly string[] | null | undefined, place: DoorPlace): boolean {
  if (!doors) return true;
  const keys = [
    place.session && `session:${place.session.id}`,
    place.room && `room:${place.room.id}`,
    `venue:${place.venue.id}`,
  ];
  return keys.some((key) => key !== null && doors.includes(key));
}
