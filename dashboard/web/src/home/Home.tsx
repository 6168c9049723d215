import { LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { useReady } from '../shared/Frame';
import { ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { address, choice, missions } from '../shared/mission';

const pages = ['ops', 'floor', 'host', 'badges'] as const;

/** Which mission, and which page of it. */
export function Home() {
  useReady(choice.value.state === 'chosen');
  return (
    <div class="home-page">
      <header class="nothing-top">
        <span class="brand">EventOps</span>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main class="home-main">
        <h1>{t('home.title')}</h1>
        {choice.value.state === 'asking' ? (
          <p>
            <span class="skeleton">The name of a mission</span>
          </p>
        ) : (
          missions.value.map((mission) => (
            <section key={mission.id}>
              <h2>{mission.name}</h2>
              <ul>
                {pages.map((page) => (
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
          ))
        )}
      </main>
    </div>
  );
}
