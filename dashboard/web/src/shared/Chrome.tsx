import { clockTime } from './format';
import { LiveIcon, MoonIcon, OfflineIcon, SunIcon, ThemeIcon, WaitingIcon } from './icons';
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

/** One button that goes round: automatic, light, dark. It says which it is now. */
export function ThemeSwitch() {
  const now = t('theme.now', { theme: t(`theme.${theme.value}`) });
  const next = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'auto';
  return (
    <button class="button theme" type="button" title={now} aria-label={now} onClick={() => choose(next)}>
      {theme.value === 'auto' ? <ThemeIcon /> : theme.value === 'light' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
