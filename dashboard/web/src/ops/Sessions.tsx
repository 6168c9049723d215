import type { ComponentChildren } from 'preact';
import type { Session } from '../shared/contract';
import { Figure } from '../shared/Figure';
import { clockTime, dayKey, shortDate, zoneName, zonesMix } from '../shared/format';
import { useHeld } from '../shared/held';
import { CheckIcon, ClockIcon, CloseIcon, DoorIcon, WarningIcon } from '../shared/icons';
import { number, t } from '../shared/language';
import { nowAndNext, stateOf, type SessionState } from '../shared/sessions';
import { minute, programme, roomOf, sessionView, venueOf, zoneOf } from '../shared/store';

const span = 2 * 60 * 60_000;

const icons: Record<SessionState, ComponentChildren> = {
  cancelled: <CloseIcon />,
  over: null,
  running: <CheckIcon />,
  late: <WarningIcon />,
  filling: <DoorIcon />,
  next: <ClockIcon />,
};

/** What is on and what comes within two hours, with who has arrived of who is expected. */
export function Sessions() {
  const plan = programme.value;
  const now = minute.value;
  const { list, hold } = useHeld(plan && now !== null ? nowAndNext(plan.sessions, now, span) : null);
  const zones = plan?.cities.map((c) => c.timeZone) ?? [];
  const mixed = now !== null && zonesMix(zones, now);
  return (
    <section class="panel sessions" aria-labelledby="sessions-title">
      <header class="panel-top">
        <h2 id="sessions-title">{t('ops.sessions')}</h2>
        <span class="quiet">
          {t('ops.sessions-hours')}
          {now !== null && !mixed && zones[0] && `, ${zoneName(zones[0], now)}`}
        </span>
      </header>
      {list === null || now === null ? (
        <Shapes />
      ) : list.length === 0 ? (
        <Empty now={now} />
      ) : (
        <ul class="session-list scrolls" tabIndex={0} aria-label={t('ops.sessions')} {...hold}>
          {list.map((session) => (
            <Row key={session.id} session={session} now={now} mixed={mixed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ session, now, mixed }: { session: Session; now: number; mixed: boolean }) {
  const view = sessionView.value.get(session.id);
  const room = roomOf.value.get(session.room);
  const zone = zoneOf({ room: session.room });
  const state = stateOf(session, view, now);
  return (
    <li class={`session-row ${state}`}>
      <span class="session-time figure">
        {clockTime(session.start, zone)}
        {mixed && <small>{zoneName(zone, session.start)}</small>}
      </span>
      <span class="session-title" title={session.title}>
        {session.title}
      </span>
      <span class="session-where" title={room && venueOf.value.get(room.venue)?.name}>
        {room?.name}
      </span>
      <span class="session-count">
        {view && view.expected > 0 ? (
          <>
            <Figure value={view.arrivedExpected} />
            <span class="of">/{number(view.expected)}</span>
          </>
        ) : (
          view && view.arrived > 0 && <Figure value={view.arrived} />
        )}
      </span>
      <span class={`session-state ${state}`}>
        {icons[state]}
        {t(`session.${state}`)}
      </span>
    </li>
  );
}

function Empty({ now }: { now: number }) {
  const next = programme.value?.sessions
    .filter((s) => Date.parse(s.start) > now && s.status !== 'cancelled')
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))[0];
  if (!next) return <p class="panel-empty">{t('ops.sessions-over')}</p>;
  const zone = zoneOf({ room: next.room });
  const day = dayKey(next.start, zone) === dayKey(now, zone) ? '' : `${shortDate(next.start, zone)} `;
  return (
    <p class="panel-empty">
      {t('ops.sessions-none', { title: next.title, time: day + clockTime(next.start, zone) })}
    </p>
  );
}

function Shapes() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 6 }, (_, row) => (
        <div class="session-row" key={row}>
          <span class="skeleton">00:00</span>
          <span class="skeleton">The title of a session</span>
          <span class="skeleton">00/00</span>
        </div>
      ))}
    </div>
  );
}
