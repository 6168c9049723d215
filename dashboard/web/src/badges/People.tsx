import { useState } from 'preact/hooks';
import { t } from '../shared/language';
import { ReasonAsked } from '../shared/ReasonAsked';
import { grouped } from './code';
import { filtered, leave, left, list, replace, withdraw, type BadgePerson } from './state';

/** Who is selected, and what can be done about the badge of one person. */
export function People() {
  const shown = list.value;
  if (!shown)
    return (
      <p aria-hidden="true">
        <span class="skeleton">Somebody of an organisation</span>
      </p>
    );
  const { people, total } = shown;
  if (total === 0) return <p class="quiet">{filtered.value ? t('badges.none-fits') : t('badges.empty')}</p>;
  const out = people.filter((person) => left.value.has(person.delegate)).length;
  return (
    <section class="badges-people">
      <label class="badges-all">
        <input
          type="checkbox"
          checked={out === 0}
          indeterminate={out > 0 && out < people.length}
          onChange={(e) => leave(people, !e.currentTarget.checked)}
        />
        {t('badges.people', { n: total })}
      </label>
      {people.length < total && <p class="quiet">{t('badges.first', { n: people.length })}</p>}
      <ul>
        {people.map((person) => (
          <Person key={person.delegate} person={person} />
        ))}
      </ul>
    </section>
  );
}

const reasons = {
  replace: ['lost', 'stolen', 'damaged', 'wrong'],
  withdraw: ['left', 'refused', 'lost', 'stolen'],
} as const;

function Person({ person }: { person: BadgePerson }) {
  const [asking, setAsking] = useState<'replace' | 'withdraw' | null>(null);
  const has = person.code !== '';
  return (
    <li>
      <div class="badges-person">
        <label>
          <input
            type="checkbox"
            checked={has && !left.value.has(person.delegate)}
            disabled={!has}
            onChange={(e) => leave([person], !e.currentTarget.checked)}
          />
          <span>
            <b>{person.name}</b>
            <span class="quiet">{person.organisation}</span>
            <span class="quiet code">{has ? grouped(person.code) : t('badges.without')}</span>
          </span>
        </label>
        {has && (
          <span class="badges-acts">
            <button class="button" type="button" onClick={() => setAsking('replace')}>
              {t('badges.replace')}
            </button>
            <button class="button" type="button" onClick={() => setAsking('withdraw')}>
              {t('badges.withdraw')}
            </button>
          </span>
        )}
      </div>
      {asking && (
        <ReasonAsked
          title={t(`badges.${asking}.title`, { name: person.name })}
          common={reasons[asking].map((reason) => t(`badges.reason.${reason}`))}
          give={async (reason) => {
            await (asking === 'replace' ? replace : withdraw)(person, reason);
            setAsking(null);
          }}
          cancel={() => setAsking(null)}
        />
      )}
    </li>
  );
}
