import type { ComponentChildren } from 'preact';
import { memo } from 'preact/compat';
import type {
  City,
  CityView,
  Programme,
  Room,
  RoomView,
  Session,
  Venue,
  VenueView,
} from '../shared/contract';
import { Figure } from '../shared/Figure';
import { clockTime, zoneName, zonesMix } from '../shared/format';
import { t } from '../shared/language';
import { LevelWord, levelOf, Occupancy } from '../shared/Occupancy';
import { sessionAt } from '../shared/sessions';
import { minute, programme, snapshot, venueView } from '../shared/store';

/** The cities side by side: each building and each of its rooms, in the programme's order, which never changes under the eye. */
export function Cities({ children }: { children: ComponentChildren }) {
  const plan = programme.value;
  if (!plan) return <Shapes />;
  const mixed =
    minute.value !== null &&
    zonesMix(
      plan.cities.map((c) => c.timeZone),
      minute.value,
    );
  return (
    <section class={`cities ${gap(plan)}`} aria-label={t('ops.cities')}>
      {plan.cities.map((city) => (
        <CityColumn
          key={city.id}
          city={city}
          view={snapshot.value?.cities.find((c) => c.city === city.id)}
          mixed={mixed}
        />
      ))}
      {children}
    </section>
  );
}

/**
 * Where three columns leave a hole: when the first or the last city is much longer than the other two, what else there is to show
 * goes below those instead of below all.
 */
function gap(plan: Programme): string {
  const rows = plan.cities.map((city) => {
    const inside = new Set(plan.venues.filter((v) => v.city === city.id).map((v) => v.id));
    return inside.size + plan.rooms.filter((r) => inside.has(r.venue)).length;
  });
  const [first = 0, middle = 0, last = 0] = rows;
  if (rows.length !== 3) return '';
  if (first >= Math.max(middle, last) + 6) return 'gap-right';
  return last >= Math.max(first, middle) + 6 ? 'gap-left' : '';
}

function CityColumn({ city, view, mixed }: { city: City; view: CityView | undefined; mixed: boolean }) {
  const venues = programme.value?.venues.filter((v) => v.city === city.id) ?? [];
  return (
    <article class="city">
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
      {venues.map((venue) => (
        <VenueRows
          key={venue.id}
          venue={venue}
          view={venueView.value.get(venue.id)}
          now={minute.value ?? 0}
        />
      ))}
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
          <span class="place-name" title={venue.name}>
            {venue.name}
          </span>
          {view && view.foyer > 0 && (
            <span class="place-more figure">{t('occupancy.foyer', { n: view.foyer })}</span>
          )}
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
      <span class="place">
        <span class="place-name" title={room.name}>
          {room.name}
        </span>
        <LevelWord level={level} />
        {session && (
          <span class="place-more" title={session.title}>
            {session.title}
          </span>
        )}
      </span>
      <Occupancy count={count} trend={idle ? undefined : view?.trend} shape="row" />
    </li>
  );
});

/** Three columns of rows as they will come. */
function Shapes() {
  return (
    <section class="cities" aria-hidden="true">
      {[14, 11, 11].map((rows, column) => (
        <article class="city" key={column}>
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
    </section>
  );
}
