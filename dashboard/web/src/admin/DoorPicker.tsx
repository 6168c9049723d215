import type { Programme, Session } from '../shared/contract';
import { clockTime, shortDate } from '../shared/format';
import { t } from '../shared/language';
import { Picker, type Item } from './Picker';

/** Where an account or a device may scan: every door, or some venues, rooms and sessions. */
export function DoorPicker({
  plan,
  value,
  set,
}: {
  plan: Programme | null;
  value: string[] | null;
  set: (doors: string[] | null) => void;
}) {
  return (
    <Picker
      title={t('admin.doors')}
      all={t('doors.all')}
      only={t('doors.some')}
      find={t('doors.find')}
      hint={t('doors.include')}
      items={plan ? doorsOf(plan) : []}
      value={value}
      set={set}
    />
  );
}

/** Whose counts and people an account sees: those of every session, or of some. */
export function SessionPicker({
  plan,
  value,
  set,
}: {
  plan: Programme | null;
  value: string[] | null;
  set: (sessions: string[] | null) => void;
}) {
  return (
    <Picker
      title={t('links.session')}
      all={t('sessions.all')}
      only={t('sessions.some')}
      find={t('sessions.find')}
      items={plan ? sessionsOf(plan) : []}
      value={value}
      set={set}
    />
  );
}

/** The zone of a session's city. */
export function zoneIn(plan: Programme, session: Session): string {
  const venue = plan.rooms.find((r) => r.id === session.room)?.venue;
  const city = plan.venues.find((v) => v.id === venue)?.city;
  return (plan.cities.find((c) => c.id === city) ?? plan.cities[0])?.timeZone ?? 'UTC';
}

const when = (plan: Programme, session: Session) => {
  const zone = zoneIn(plan, session);
  return `${shortDate(session.start, zone)}, ${clockTime(session.start, zone)}`;
};

const doorsOf = (plan: Programme): Item[] =>
  plan.venues.flatMap((venue) => {
    const rooms = plan.rooms.filter((r) => r.venue === venue.id);
    const group = [venue.name, plan.cities.find((c) => c.id === venue.city)?.name].filter(Boolean).join(', ');
    return [
      { key: `venue:${venue.id}`, name: venue.name, detail: t('doors.building'), group, plain: true },
      ...rooms.map((room) => ({ key: `room:${room.id}`, name: room.name, detail: '', group, plain: true })),
      ...plan.sessions
        .filter((s) => rooms.some((room) => room.id === s.room))
        .map((session) => ({
          key: `session:${session.id}`,
          name: session.title,
          detail: when(plan, session),
          group,
          plain: false,
        })),
    ];
  });

/** The sessions of a programme by day, in the order in which they begin. */
export const sessionsOf = (plan: Programme): Item[] =>
  [...plan.sessions]
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.title.localeCompare(b.title))
    .map((session) => {
      const zone = zoneIn(plan, session);
      const room = plan.rooms.find((r) => r.id === session.room)?.name ?? '';
      return {
        key: session.id,
        name: session.title,
        detail: `${clockTime(session.start, zone)} · ${room}`,
        group: shortDate(session.start, zone),
        plain: true,
      };
    });
