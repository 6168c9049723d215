import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { me } from '../shared/access';
import type { Session } from '../shared/contract';
import { clockTime, shortDate } from '../shared/format';
import { ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { nowAndNext, stateOf } from '../shared/sessions';
import { cityOf, minute, programme, roomOf, sessionView, venueOf, zoneOf } from '../shared/store';
import { chooseSession, chosen } from './state';

const span = 2 * 60 * 60_000;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The sessions that one may see, now and next first. */
export function SessionChooser() {
  const [text, setText] = useState('');
  const plan = programme.value;
  const now = minute.value;
  if (!plan || now === null) return null;
  if (plan.sessions.length === 0) return <p class="host-empty">{t('host.empty')}</p>;
  const mine = me.value?.sessions ?? null;
  const given = mine === null ? plan.sessions : plan.sessions.filter((s) => mine.includes(s.id));
  const matching = given.filter((s) => fold(`${s.title} ${s.host}`).includes(fold(text.trim())));
  const soon = nowAndNext(matching, now, span);
  const later = matching.filter((s) => Date.parse(s.start) > now + span);
  const earlier = matching.filter((s) => Date.parse(s.end) <= now).reverse();
  return (
    <main class="host-chooser">
      {chosen.value !== '' && (
        <p role="alert">
          <b>{t('error.session.title', { session: chosen.value })}</b> {t('error.session.text')}
        </p>
      )}
      <h1 class="host-heading">{t('host.choose')}</h1>
      <input
        class="field"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onInput={(e) => setText(e.currentTarget.value)}
      />
      {matching.length === 0 && <p class="quiet">{t('host.no-match', { text })}</p>}
      <Group title={t('host.now-next')} sessions={soon} now={now} />
      <Group title={t('host.later')} sessions={later} now={now} />
      <Group title={t('host.earlier')} sessions={earlier} now={now} />
    </main>
  );
}

function Group({ title, sessions, now }: { title: string; sessions: Session[]; now: number }) {
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {sessions.map((session, index) => {
          const day = dayOf(session);
          const before = sessions[index - 1];
          const turns = day !== today(session, now) && (before === undefined || dayOf(before) !== day);
          return (
            <Fragment key={session.id}>
              {turns && <li class="host-day">{day}</li>}
              <Choice session={session} now={now} />
            </Fragment>
          );
        })}
      </ul>
    </section>
  );
}

const dayOf = (session: Session) => shortDate(session.start, zoneOf({ room: session.room }));
const today = (session: Session, now: number) => shortDate(now, zoneOf({ room: session.room }));

function Choice({ session, now }: { session: Session; now: number }) {
  const zone = zoneOf({ room: session.room });
  const view = sessionView.value.get(session.id);
  const room = roomOf.value.get(session.room);
  const venue = room && venueOf.value.get(room.venue);
  return (
    <li>
      <button class="host-choice" type="button" onClick={() => chooseSession(session.id)}>
        <span class="figure host-choice-time">{clockTime(session.start, zone)}</span>
        <span class="host-choice-what">
          <b>{session.title}</b>
          <span class="quiet">
            {[
              room?.name,
              venue && cityOf.value.get(venue.city)?.name,
              t(`session.${stateOf(session, view, now)}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {view && view.expected > 0 && (
            <span class="quiet figure">
              {t('session.arrived-of', { arrived: view.arrivedExpected, expected: view.expected })}
            </span>
          )}
        </span>
        <ChevronIcon />
      </button>
    </li>
  );
}
