import { useState } from 'preact/hooks';
import type { RosterOrganisation, RosterPerson } from '../shared/contract';
import { Figure } from '../shared/Figure';
import { clockTime } from '../shared/format';
import { useHeld } from '../shared/held';
import { ChevronIcon, StarIcon } from '../shared/icons';
import { number, t } from '../shared/language';
import { minute, zoneOf } from '../shared/store';
import { select, type View } from './people';
import { roster, rosterFailed } from './state';

/** Who is missing and who is here, by organisation. */
export function People() {
  const [view, setView] = useState<View>('missing');
  const [text, setText] = useState('');
  const people = roster.value;
  const { list, hold } = useHeld(people);
  const groups = list ? select(list.organisations, view, text) : null;
  return (
    <section class="people" aria-label={t(`host.${view}`)}>
      <div class="people-top">
        <div class="directions" role="group">
          {(['missing', 'here'] as const).map((one) => (
            <button
              key={one}
              class="button big"
              type="button"
              aria-pressed={view === one}
              onClick={() => setView(one)}
            >
              {t(`host.${one}`)}
            </button>
          ))}
        </div>
        <input
          class="field"
          type="search"
          aria-label={t('host.search')}
          placeholder={t('host.search')}
          value={text}
          onInput={(e) => setText(e.currentTarget.value)}
        />
      </div>
      {rosterFailed.value && (
        <p class="host-empty" role="alert">
          {t('host.roster-failed')}
        </p>
      )}
      {groups === null ? (
        <Shapes />
      ) : groups.length === 0 ? (
        <p class="host-empty quiet">{empty(view, text, (people?.summary.expected ?? 0) > 0)}</p>
      ) : (
        <div {...hold}>
          {groups.map((group) => (
            <Group
              key={`${view} ${group.organisation}`}
              group={group}
              view={view}
              searching={text.trim() !== ''}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function empty(view: View, text: string, named: boolean): string {
  if (text.trim() !== '') return t('host.no-match', { text: text.trim() });
  if (view === 'here') return t('host.here-none');
  return named ? t('host.missing-none') : t('host.missing-open');
}

function Group({ group, view, searching }: { group: RosterOrganisation; view: View; searching: boolean }) {
  const [only] = group.people;
  // most organisations send one person: nothing to open there
  if (only && group.people.length === 1 && group.expected <= 1)
    return (
      <ul class="people-group alone">
        <Person person={only} view={view} organisation={group.organisation} />
      </ul>
    );
  const small = group.people.length <= 2;
  const important = group.people.some((p) => p.delegate.vip || p.seatHeld);
  return (
    <details class="people-group" open={searching || small || important}>
      <summary>
        <ChevronIcon />
        <span class="people-organisation">{group.organisation}</span>
        <span class="figure quiet">
          <Figure value={group.arrived} />/{number(group.expected)}
        </span>
      </summary>
      <ul>
        {group.people.map((person) => (
          <Person key={person.delegate.id} person={person} view={view} />
        ))}
      </ul>
    </details>
  );
}

function Person({ person, view, organisation }: { person: RosterPerson; view: View; organisation?: string }) {
  const zone = zoneOf({ room: roster.value?.session.room });
  const notes = [
    person.seatHeld && view === 'missing' && !begun() ? t('host.seat-held') : '',
    view === 'here' && !person.expected ? t('host.unexpected') : '',
    view === 'here' && !person.inside ? t('host.left') : '',
    person.delegate.note,
  ].filter(Boolean);
  return (
    <li class="person">
      <span class="person-name">
        {person.delegate.name}
        {person.delegate.vip && (
          <span class="vip">
            <StarIcon />
            {t('vip')}
          </span>
        )}
        {organisation && <span class="quiet person-notes">{organisation}</span>}
        {notes.length > 0 && <span class="quiet person-notes">{notes.join(' · ')}</span>}
      </span>
      {view === 'here' && person.arrivedAt && (
        <span class="figure quiet">{clockTime(person.arrivedAt, zone)}</span>
      )}
    </li>
  );
}

/** Whether the session has started: its held seats are then released. */
const begun = () =>
  roster.value !== null && minute.value !== null && minute.value >= Date.parse(roster.value.session.start);

function Shapes() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3].map((row) => (
        <div class="person" key={row}>
          <span class="skeleton">An organisation</span>
        </div>
      ))}
    </div>
  );
}
