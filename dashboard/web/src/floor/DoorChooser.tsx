import { useState } from 'preact/hooks';
import type { Venue } from '../shared/contract';
import { clockTime, zoneName, zonesMix } from '../shared/format';
import { BackIcon, ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { nowAndNext, stateOf } from '../shared/sessions';
import { minute, programme, sessionView } from '../shared/store';
import { chooseDoor } from './state';

const span = 4 * 60 * 60_000;

/** City, then venue, then one of its doors. */
export function DoorChooser({ unknown }: { unknown: string }) {
  const [venue, setVenue] = useState<string | null>(null);
  const plan = programme.value;
  if (!plan) return null;
  const chosen = plan.venues.find((v) => v.id === venue);
  return (
    <main class="floor-list">
      {unknown !== '' && (
        <p class="floor-note" role="alert">
          {t('error.door.text', { door: unknown })}
        </p>
      )}
      {chosen ? <Doors venue={chosen} back={() => setVenue(null)} /> : <Venues choose={setVenue} />}
    </main>
  );
}

function Venues({ choose }: { choose: (venue: string) => void }) {
  const plan = programme.value;
  return (
    <>
      <h2 class="floor-heading">{t('floor.choose.venue')}</h2>
      {plan?.cities.map((city) => (
        <section key={city.id}>
          <h3>{city.name}</h3>
          <ul>
            {plan.venues
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

function Doors({ venue, back }: { venue: Venue; back: () => void }) {
  const plan = programme.value;
  const now = minute.value;
  if (!plan || now === null) return null;
  const zone = plan.cities.find((c) => c.id === venue.city)?.timeZone ?? 'UTC';
  const mixed = zonesMix(
    plan.cities.map((c) => c.timeZone),
    now,
  );
  const rooms = plan.rooms.filter((r) => r.venue === venue.id);
  const names = new Map(rooms.map((r) => [r.id, r.name]));
  const sessions = nowAndNext(
    plan.sessions.filter((s) => names.has(s.room)),
    now,
    span,
  );
  return (
    <>
      <button class="button floor-back" type="button" onClick={back}>
        <BackIcon />
        {t('back')}
      </button>
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
      <section>
        <h3>{t('floor.choose.rooms')}</h3>
        <ul>
          <li>
            <button class="floor-choice" type="button" onClick={() => chooseDoor(`venue:${venue.id}`)}>
              <span>
                <b>{t('floor.choose.venue-door')}</b>
                <span class="quiet">{venue.name}</span>
              </span>
              <ChevronIcon />
            </button>
          </li>
          {rooms.map((room) => (
            <li key={room.id}>
              <button class="floor-choice" type="button" onClick={() => chooseDoor(`room:${room.id}`)}>
                <b>{room.name}</b>
                <ChevronIcon />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
