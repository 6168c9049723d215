import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import type { City, CityView, Room, RoomView, Session, Venue, VenueView } from '../shared/contract';
import { Figure } from '../shared/Figure';
import { clockTime, zoneName, zonesMix } from '../shared/format';
import { t } from '../shared/language';
import { LevelWord, levelOf, Occupancy } from '../shared/Occupancy';
import { sessionAt } from '../shared/sessions';
import { minute, programme, snapshot, venueView } from '../shared/store';
import { arrangement, countWidth, isLong, rowsOf } from './arrangement';

/** The cities side by side with what else there is to show: each building and each of its rooms, in the programme's order, which never changes under the eye. */
export function Cities({ children }: { children: ComponentChildren }) {
  const plan = programme.value;
  if (!plan) return <Shapes>{children}</Shapes>;
  const mixed =
    minute.value !== null &&
    zonesMix(
      plan.cities.map((c) => c.timeZone),
      minute.value,
    );
  return (
    <div class={`board ${arrangement(plan)}`} style={{ '--city-rows': Math.ceil(plan.cities.length / 3) }}>
      {plan.cities.map((city) => (
        <CityColumn
          key={city.id}
          city={city}
          view={snapshot.value?.cities.find((c) => c.city === city.id)}
          mixed={mixed}
        />
      ))}
      {children}
    </div>
  );
}

function CityColumn({ city, view, mixed }: { city: City; view: CityView | undefined; mixed: boolean }) {
  const plan = programme.value;
  if (!plan) return null;
  const venues = plan.venues.filter((v) => v.city === city.id);
  const long = isLong(rowsOf(plan, city));
  return (
    <article class="city" style={{ '--count': countWidth(venues) }}>
      <header class="city-top">
        <h2>{city.name}</h2>
        {mixed && minute.value !== null && (
          <span class="quiet figure">
            {clockTime(minute.value, city.timeZone)} {zoneName(city.timeZone, minute.value)}
          </span>
        )}
        <p class="city-total">
          <b>
            <Figure value={view?.present} />
          </b>{' '}
          {t('ops.inside')}
        </p>
      </header>
      {/* what is too long for the wall scrolls in its place, so that the keyboard has to reach it */}
      <div
        class={`city-rows ${long ? 'long' : ''}`}
        {...(long && { tabIndex: 0, role: 'group', 'aria-label': city.name })}
      >
        <div class="city-flow">
          {venues.map((venue) => (
            <VenueRows
              key={venue.id}
              venue={venue}
              view={venueView.value.get(venue.id)}
              now={minute.value ?? 0}
            />
          ))}
        </div>
      </div>
    </article>
  );
}

const VenueRows = memo(function VenueRows({
  venue,
  view,
  now,
}: {
  venue: Venue;
  view: VenueView | undefined;
  now: number;
}) {
  const plan = programme.value;
  const rooms = plan?.rooms.filter((r) => r.venue === venue.id) ?? [];
  const sessions = new Map(
    rooms.map((room) => [room.id, sessionAt(plan?.sessions.filter((s) => s.room === room.id) ?? [], now)]),
  );
  const views = new Map(view?.rooms.map((r) => [r.room, r]));
  const count = view?.occupancy ?? { present: 0, comfort: null, legal: venue.legal };
  return (
    <div class="venue">
      <div class="row venue-row">
        <h3 class="place">
          <span class="place-name">{venue.name}</span>{' '}
          {view && view.foyer > 0 && (
            <span class="place-foyer figure">{t('occupancy.foyer', { n: view.foyer })}</span>
          )}{' '}
          <LevelWord level={levelOf(count)} />
        </h3>
        <Occupancy count={count} shape="row" />
      </div>
      <ul>
        {rooms.map((room) => (
          <RoomRow key={room.id} room={room} view={views.get(room.id)} session={sessions.get(room.id)} />
        ))}
      </ul>
    </div>
  );
});

const RoomRow = memo(function RoomRow({
  room,
  view,
  session,
}: {
  room: Room;
  view: RoomView | undefined;
  session: Session | undefined;
}) {
  const count = view?.occupancy ?? { present: 0, comfort: room.comfort, legal: room.legal };
  const level = levelOf(count);
  const idle = count.present === 0 && !session;
  return (
    <li class={`row room-row ${level} ${idle ? 'idle' : ''}`}>
      <span class="place" title={session ? `${room.name} · ${session.title}` : room.name}>
        <span class="place-name">{room.name}</span>{' '}
        {/* a room at a limit says so where it otherwise says what it is for */}
        {level === 'normal' ? (
          session && (
            <span class="place-more">
              <span>{session.title}</span>
            </span>
          )
        ) : (
          <LevelWord level={level} />
        )}
      </span>
      <Occupancy count={count} trend={idle ? undefined : view?.trend} shape="row" />
    </li>
  );
});

/** Three columns of rows as they will come. */
function Shapes({ children }: { children: ComponentChildren }) {
  return (
    <div class="board gap-right">
      {[20, 11, 11].map((rows, column) => (
        <article class="city" key={column} aria-hidden="true">
          <header class="city-top">
            <h2 class="skeleton">City name</h2>
          </header>
          {Array.from({ length: rows }, (_, row) => (
            <div class="row" key={row}>
              <span class="skeleton">Room name {row % 3 === 0 ? 'and more' : ''}</span>
              <span class="skeleton">bar</span>
              <span class="skeleton">000/000</span>
              <span class="skeleton">+0</span>
            </div>
          ))}
        </article>
      ))}
      {children}
    </div>
  );
}
