import { useSignalEffect } from '@preact/signals';
import { render, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import './tokens.css';
import './base.css';
import './parts.css';
import { LanguageSwitch, ThemeSwitch } from './Chrome';
import { OfflineIcon, WarningIcon } from './icons';
import { t } from './language';
import { address, choice } from './mission';
import { snapshot, stale } from './store';

/** Puts a page into the document. Beside it, what a page cannot say by itself: that there is no mission, or no server. */
export function open(page: ComponentType, title: () => string): void {
  const root = document.getElementById('page');
  if (root) render(<Frame page={page} title={title} />, root);
}

function Frame({ page: Page, title }: { page: ComponentType; title: () => string }) {
  useSignalEffect(() => {
    const mission = snapshot.value?.programme.name;
    document.title = [title(), mission, 'EventOps'].filter(Boolean).join(' · ');
  });
  useSignalEffect(() => void document.body.classList.toggle('stale', stale.value));
  const chosen = choice.value;
  if (chosen.state === 'asking' || chosen.state === 'chosen' || snapshot.value) return <Page />;
  return <Nothing />;
}

/** Tells whoever looks from outside (a test, a camera) that the page shows its first snapshot. */
export function useReady(ready: boolean): void {
  useEffect(() => {
    if (ready) document.documentElement.dataset.live = 'ready';
  }, [ready]);
}

function Nothing() {
  const chosen = choice.value;
  return (
    <div class="nothing">
      <header class="nothing-top">
        <a class="brand" href={address('')}>
          EventOps
        </a>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main class="nothing-text" aria-live="polite">
        {chosen.state === 'none' && <NoMission />}
        {chosen.state === 'unknown' && (
          <Said icon={<WarningIcon />} title={t('error.mission.title', { mission: chosen.mission })}>
            <p>{t('error.mission.text')}</p>
            <p>
              <a class="button" href="/">
                {t('page.home')}
              </a>
            </p>
          </Said>
        )}
        {chosen.state === 'silent' && (
          <Said icon={<OfflineIcon />} title={t('error.server.title')}>
            <p>{t('error.server.text')}</p>
          </Said>
        )}
      </main>
    </div>
  );
}

function Said({
  icon,
  title,
  children,
}: {
  icon?: ComponentChildren;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <>
      <h1>
        {icon}
        {title}
      </h1>
      {children}
    </>
  );
}

export function NoMission() {
  return (
    <Said title={t('empty.mission.title')}>
      <p>{t('empty.mission.text')}</p>
      <p>{t('empty.mission.run')}</p>
      <pre>./run</pre>
      <p>{t('empty.mission.import')}</p>
      <pre>EventOps.Dashboard import --mission my-mission *.csv</pre>
      <p class="quiet">{t('empty.mission.waits')}</p>
    </Said>
  );
}
