import { AccountMenu } from '../shared/AccountMenu';
import { LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { useReady } from '../shared/Frame';
import { ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { address, choice, missions, openPages, type MissionName } from '../shared/mission';

/** Which mission, and which page of it: the ones that one may use. */
export function Home() {
  useReady(choice.value.state === 'chosen');
  return (
    <div class="home-page">
      <header class="nothing-top">
        <span class="brand">EventOps</span>
        <LanguageSwitch />
        <ThemeSwitch />
        <AccountMenu />
      </header>
      <main class="home-main">
        <h1>{t('home.title')}</h1>
        {choice.value.state === 'asking' ? (
          <p>
            <span class="skeleton">The name of a mission</span>
          </p>
        ) : (
          missions.value.map((mission) => <Pages key={mission.id} mission={mission} />)
        )}
      </main>
    </div>
  );
}

function Pages({ mission }: { mission: MissionName }) {
  const open = openPages(mission.id);
  return (
    <section>
      <h2>{mission.name}</h2>
      {open.length === 0 && <p>{t('home.nothing')}</p>}
      <ul>
        {open.map((page) => (
          <li key={page}>
            <a class="home-choice" href={address(page, { mission: mission.id })}>
              <span>
                <b>{t(`page.${page}`)}</b>
                <span class="quiet">{t(`home.${page}`)}</span>
              </span>
              <ChevronIcon />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
