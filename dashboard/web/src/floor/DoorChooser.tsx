import { useState } from 'preact/hooks';
import { me } from '../shared/access';
import type { Programme, Venue } from '../shared/contract';
import { clockTime, zoneName, zonesMix } from '../shared/format';
import { BackIcon, ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { nowAndNext, stateOf } from '../shared/sessions';
import { minute, programme, sessionView } from '../shared/store';
import { findDoor, given } from './doors';
import { chooseDoor, foreignDoor } from './state';

const span = 4 * 60 * 60_000;

/** Whether one may scan at a door. */
const mine = (plan: Programme, key: string): boolean => {
  const place = findDoor(plan, key);
  return place !== null && given(me.value?.doors, place);
};

/** The doors of a venue that are one's own, by what they lead to. */
function doorsOf(plan: Programme, venue: Venue) {
  const rooms = plan.rooms.filter((r) => r.venue === venue.id);
  const inside = new Set(rooms.map((r) => r.id));
  return {
    entrance: mine(plan, `venue:${venue.id}`),
    rooms: rooms.filter((r) => mine(plan, `room:${r.id}`)),
    sessions: plan.sessions.filter((s) => inside.has(s.room) && mine(plan, `session:${s.id}`)),
  };
}

/** City, then venue, then one of its doors; only those that one was given. */
export function DoorChooser({ unknown }: { unknown: string }) {
  const [venue, setVenue] = useState<string | null>(null);
  const plan = programme.value;
  if (!plan) return null;
  const venues = plan.venues.filter((v) => {
    const doors = doorsOf(plan, v);
    return doors.entrance || doors.rooms.length > 0 || doors.sessions.length > 0;
  });
  // where there is but one venue there is nothing to choose
  const chosen = venues.length === 1 ? venues[0] : venues.find((v) => v.id === venue);
  const foreign = foreignDoor.value;
  return (
    <main class="floor-list">
      {unknown !== '' && (
        <p class="floor-note" role="alert">
          {foreign === null
            ? t('error.door.text', { door: unknown })
            : t('floor.door-not-mine', { door: foreign })}
        </p>
      )}
      {venues.length === 0 && plan.venues.length > 0 ? (
        <p class="floor-note">{t('floor.choose.none', { name: me.value?.name ?? '' })}</p>
      ) : chosen ? (
        <Doors venue={chosen} back={venues.length === 1 ? null : () => setVenue(null)} />
      ) : (
        <Venues venues={venues} choose={setVenue} />
      )}
    </main>
  );
}

function Venues({ venues, choose }: { venues: Venue[]; choose: (venue: string) => void }) {
  const cities = programme.value?.cities.filter((city) => venues.some((v) => v.city === city.id)) ?? [];
  return (
    <>
      <h2 class="floor-heading">{t('floor.choose.venue')}</h2>
      {cities.map((city) => (
        <section key={city.id}>
          <h3>{city.name}</h3>
          <ul>
            {venues
              .filter((v) => v.city === city.id)
              .map((venue) => (
                <li key={venue.id}>
                  <button class="floor-choice" type="button" onClick={() => choose(venue.id)}>
                    <span>
                      <b>{venue.name}</b>
                      <span class="quiet">{venue.address}</span>
                    </span>
                    <ChevronIcon />
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Doors({ venue, back }: { venue: Venue; back: (() => void) | null }) {
  const plan = programme.value;
  const now = minute.value;
  if (!plan || now === null) return null;
  const zone = plan.cities.find((c) => c.id === venue.city)?.timeZone ?? 'UTC';
  const mixed = zonesMix(
    plan.cities.map((c) => c.timeZone),
    now,
  );
  const doors = doorsOf(plan, venue);
  const names = new Map(plan.rooms.map((r) => [r.id, r.name]));
  const sessions = nowAndNext(doors.sessions, now, span);
  return (
    <>
      {back && (
        <button class="button floor-back" type="button" onClick={back}>
          <BackIcon />
          {t('back')}
        </button>
      )}
      <h2 class="floor-heading">{venue.name}</h2>
      <section>
        <h3>
          {t('floor.choose.sessions')}
          {mixed && ` (${zoneName(zone, now)})`}
        </h3>
        {sessions.length === 0 && <p class="quiet floor-empty">{t('floor.choose.no-sessions')}</p>}
        <ul>
          {sessions.map((session) => (
            <li key={session.id}>
              <button class="floor-choice" type="button" onClick={() => chooseDoor(`session:${session.id}`)}>
                <span class="figure">{clockTime(session.start, zone)}</span>
                <span>
                  <b>{session.title}</b>
                  <span class="quiet">
                    {names.get(session.room)} ·{' '}
                    {t(`session.${stateOf(session, sessionView.value.get(session.id), now)}`)}
                  </span>
                </span>
                <ChevronIcon />
              </button>
            </li>
          ))}
        </ul>
      </section>
      {(doors.entrance || doors.rooms.length > 0) && (
        <section>
          <h3>{t('floor.choose.rooms')}</h3>
          <ul>
            {doors.entrance && (
              <li>
                <button class="floor-choice" type="button" onClick={() => chooseDoor(`venue:${venue.id}`)}>
                  <span>
                    <b>{t('floor.choose.venue-door')}</b>
                    <span class="quiet">{venue.name}</span>
                  </span>
                  <ChevronIcon />
                </button>
              </li>
            )}
            {doors.rooms.map((room) => (
              <li key={room.id}>
                <button class="floor-choice" type="button" onClick={() => chooseDoor(`room:${room.id}`)}>
                  <b>{room.name}</b>
                  <ChevronIcon />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
