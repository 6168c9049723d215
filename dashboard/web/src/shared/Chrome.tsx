import { clockTime } from './format';
import { LiveIcon, OfflineIcon, ThemeIcon, WaitingIcon } from './icons';
import { language, speak, t } from './language';
import { languageNames, languages } from './messages';
import { age, connection, heardAt, missionClock, stale } from './store';
import { choose, theme, themes } from './theme';

/** Whether the page is connected, and how old its numbers are. */
export function Connection() {
  const old = stale.value;
  const state = connection.value;
  const seconds = Math.floor((age.value ?? 0) / 1000);
  const word =
    state === 'connecting'
      ? t('connection.connecting')
      : state === 'lost'
        ? t('connection.lost')
        : old
          ? t('connection.stale')
          : t('connection.live');
  const bad = state === 'lost' || old;
  return (
    <span class={`connection ${bad ? 'bad' : state}`}>
      {bad ? <OfflineIcon /> : state === 'live' ? <LiveIcon /> : <WaitingIcon />}
      <span class="connection-word" role="status">
        {word}
      </span>
      {age.value !== null && <span class="figure connection-age">{t('connection.age', { n: seconds })}</span>}
    </span>
  );
}

/** Says since when the numbers are old; nothing while they are fresh. */
export function Stale({ zone }: { zone: string }) {
  if (!stale.value || heardAt.value === null) return null;
  const time = clockTime(missionClock(heardAt.value), zone);
  return (
    <p class="stale-note" role="alert">
      <OfflineIcon />
      {t('connection.since', { time })}
    </p>
  );
}

export function LanguageSwitch() {
  return (
    <label class="choice">
      <span class="unseen">{t('language')}</span>
      <select
        value={language.value}
        onChange={(e) => speak(languages[e.currentTarget.selectedIndex] ?? 'en')}
        translate={false}
      >
        {languages.map((known) => (
          <option key={known} value={known} lang={known}>
            {languageNames[known]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ThemeSwitch() {
  return (
    <label class="choice">
      <ThemeIcon />
      <span class="unseen">{t('theme')}</span>
      <select value={theme.value} onChange={(e) => choose(themes[e.currentTarget.selectedIndex] ?? 'auto')}>
        {themes.map((known) => (
          <option key={known} value={known}>
            {t(`theme.${known}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
