import { useEffect } from 'preact/hooks';
import { me } from '../shared/access';
import { AccountMenu } from '../shared/AccountMenu';
import { Connection, LanguageSwitch, Stale, ThemeSwitch } from '../shared/Chrome';
import type { Session } from '../shared/contract';
import { Figure } from '../shared/Figure';
import { useReady } from '../shared/Frame';
import { clockTime, dayKey, duration, shortDate, zoneName, zonesMix } from '../shared/format';
import { BackIcon, ClockIcon, WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { Occupancy } from '../shared/Occupancy';
import { seatsHeld, stateOf } from '../shared/sessions';
import {
  minute,
  programme,
  roomOf,
  roomView,
  sessionOf,
  sessionView,
  snapshot,
  venueOf,
  zoneOf,
} from '../shared/store';
import { People } from './People';
import { SessionChooser } from './SessionChooser';
import { chooseSession, chosen, refreshRoster, roster } from './state';

/** A phone on the lectern: how many are here of how many expected, who is missing, when to start. */
export function Host() {
  const session = sessionOf.value.get(chosen.value);
  const only = me.value?.sessions?.length === 1;
  useReady(session ? snapshot.value !== null && roster.value !== null : programme.value !== null && !only);
  return (
    <div class="host-page">
      <header class="host-top">
        {session && !only ? (
          <button class="button host-back" type="button" onClick={() => chooseSession('')}>
            <BackIcon />
            {t('host.change')}
          </button>
        ) : (
          <p class="host-title">{t('page.host')}</p>
        )}
        {(session !== undefined || snapshot.value !== null) && <Connection />}
        <AccountMenu />
        <LinkEnds zone={zoneOf({ room: session?.room })} />
      </header>
      <Stale zone={zoneOf({ room: session?.room })} />
      {!programme.value || (only && !session && !snapshot.value) ? (
        <Shapes />
      ) : session ? (
        snapshot.value ? (
          <OneSession session={session} />
        ) : (
          <Shapes />
        )
      ) : (
        <SessionChooser />
      )}
      <footer class="host-foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}

/** Until when a link opens this page: by the real clock, also in a rehearsal. */
function LinkEnds({ zone }: { zone: string }) {
  const ends = me.value?.kind === 'host-link' ? me.value.expiresAt : null;
  if (!ends) return null;
  const time = `${shortDate(ends, zone)}, ${clockTime(ends, zone)} ${zoneName(zone, ends)}`;
  return (
    <p class="host-link-ends quiet">
      <ClockIcon />
      {t('host.link.until', { time })}
    </p>
  );
}

function OneSession({ session }: { session: Session }) {
  const mission = programme.value?.mission ?? '';
  const view = sessionView.value.get(session.id) ?? roster.value?.summary;
  const revision = view?.revision;
  useEffect(() => refreshRoster(mission, session.id), [mission, session.id, revision]);

  const room = roomOf.value.get(session.room);
  const count = roomView.value.get(session.room) ?? roster.value?.room;
  const held = minute.value === null ? 0 : seatsHeld(session, view, minute.value);
  const named = view && view.expected > 0;
  return (
    <main class="host-main">
      <section class="host-session">
        <h1>{session.title}</h1>
        <p class="quiet">
          {[room?.name, room && venueOf.value.get(room.venue)?.name].filter(Boolean).join(' · ')}
        </p>
        <When session={session} />
      </section>
      <section class="host-numbers">
        <p class="host-huge">
          <Figure value={named ? view.arrivedExpected : view?.arrived} />
          <span class="host-of">
            {named ? t('host.of-expected', { n: view.expected }) : t('host.arrived-open')}
          </span>
        </p>
        {named && view.arrived !== view.arrivedExpected && (
          <p class="quiet">{t('host.arrived-all', { n: view.arrived })}</p>
        )}
        {held > 0 && (
          <p class="host-held">
            <WarningIcon />
            {t('host.held', { n: held })}
            {session.heldFor && ` ${t('host.held-for', { who: session.heldFor })}`}
          </p>
        )}
        <h2 class="host-room quiet">{t('host.room-now')}</h2>
        {count ? (
          <Occupancy count={count.occupancy} trend={count.trend} shape="card" />
        ) : (
          <span class="skeleton">000 inside</span>
        )}
      </section>
      <People />
    </main>
  );
}

function When({ session }: { session: Session }) {
  const now = minute.value;
  if (now === null) return null;
  const zone = zoneOf({ room: session.room });
  const state = stateOf(session, undefined, now);
  const span =
    state === 'cancelled'
      ? t('session.cancelled')
      : state === 'over'
        ? t('session.ended-ago', { duration: duration(now - Date.parse(session.end)) })
        : state === 'running'
          ? t('session.running-since', { duration: duration(now - Date.parse(session.start)) })
          : t('session.starts-in', { duration: duration(Date.parse(session.start) - now) });
  const zones = programme.value?.cities.map((c) => c.timeZone) ?? [];
  const day = dayKey(session.start, zone) === dayKey(now, zone) ? '' : `${shortDate(session.start, zone)}, `;
  return (
    <p class="host-when">
      <b class="figure">{span}</b>
      <span class="quiet figure">
        {day}
        {clockTime(session.start, zone)}–{clockTime(session.end, zone)}
        {zonesMix(zones, now) && ` ${zoneName(zone, now)}`}
      </span>
    </p>
  );
}

function Shapes() {
  return (
    <main class="host-main" aria-hidden="true">
      <section class="host-session">
        <h1>
          <span class="skeleton">The title of a session</span>
        </h1>
        <p>
          <span class="skeleton">Its room, its venue</span>
        </p>
      </section>
      <section class="host-numbers">
        <p class="host-huge">
          <span class="skeleton">00</span>
        </p>
      </section>
    </main>
  );
}
