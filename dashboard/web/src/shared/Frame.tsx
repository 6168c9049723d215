import { useSignalEffect } from '@preact/signals';
import { render, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import './tokens.css';
import './base.css';
import './parts.css';
import './controls.css';
import { ended, me, type Me } from './access';
import { AccessEnded } from './AccessEnded';
import { AccountMenu, signInAddress, standing } from './AccountMenu';
import { LanguageSwitch, ThemeSwitch } from './Chrome';
import { LockIcon, OfflineIcon, WarningIcon } from './icons';
import { t } from './language';
import { address, choice, openPages, type Page as PageName } from './mission';
import { SignInForm } from './SignInForm';
import { programme, snapshot, stale } from './store';

/** Whom a page is for. */
export interface Audience {
  /** The page itself, when it is one of a mission's: whoever lacks what it needs is told so. */
  page?: PageName;
  /** A page for somebody who is nobody yet. */
  anybody?: boolean;
  /** A page that has something to show where there is no mission yet. */
  missionless?: boolean;
  /** What nobody is told beside that they may sign in. */
  toNobody?: ComponentType;
  /** What has to be said when the access ends while the page is open. */
  afterEnd?: ComponentType;
}

/**
 * Puts a page into the document. Beside it, what a page cannot say by itself: that there is no mission, or no server, that nobody is signed
 * in, or not somebody who may see it, or that their access has ended.
 */
export function open(page: ComponentType, title: () => string, audience: Audience = {}): void {
  const root = document.getElementById('page');
  if (root) render(<Frame page={page} title={title} audience={audience} />, root);
}

function Frame({
  page: Page,
  title,
  audience,
}: {
  page: ComponentType;
  title: () => string;
  audience: Audience;
}) {
  useSignalEffect(() => {
    const mission = programme.value?.name;
    document.title = [title(), mission, 'EventOps'].filter(Boolean).join(' · ');
  });
  useSignalEffect(() => void document.body.classList.toggle('stale', stale.value && !ended.value));
  const chosen = choice.value;
  if (audience.anybody) return chosen.state === 'silent' ? <Nothing /> : <Page />;
  if (ended.value) {
    const AfterEnd = audience.afterEnd;
    return <AccessEnded ended={ended.value}>{AfterEnd && <AfterEnd />}</AccessEnded>;
  }
  const who = me.value;
  if (who?.kind === 'nobody') return <Nobody toNobody={audience.toNobody} />;
  if (who && chosen.state === 'chosen' && audience.page && !openPages(chosen.mission).includes(audience.page))
    return <Lacking who={who} page={audience.page} mission={chosen.mission} />;
  const missionless = audience.missionless && chosen.state === 'none';
  if (chosen.state === 'asking' || chosen.state === 'chosen' || snapshot.value || missionless)
    return <Page />;
  return <Nothing />;
}

/** Tells whoever looks from outside (a test, a camera) that the page shows its first snapshot. */
export function useReady(ready: boolean): void {
  useEffect(() => {
    if (ready) document.documentElement.dataset.live = 'ready';
  }, [ready]);
}

/** The bar of a page that shows no live numbers. */
export function PlainTop({ children }: { children?: ComponentChildren }) {
  return (
    <header class="nothing-top">
      <a class="brand" href={address('')}>
        EventOps
      </a>
      <LanguageSwitch />
      <ThemeSwitch />
      <AccountMenu />
      {children}
    </header>
  );
}

function Nobody({ toNobody: Told }: { toNobody: ComponentType | undefined }) {
  useReady(true);
  return (
    <div class="nothing">
      <PlainTop />
      <main class="nothing-text">
        {Told ? <Told /> : <h1>{t('access.nobody.title')}</h1>}
        {me.value?.mustSetUp ? <MustSetUp /> : <SignInForm done={() => location.reload()} />}
      </main>
    </div>
  );
}

export function MustSetUp() {
  return (
    <div class="must-set-up">
      <h2>{t('signin.must-set-up.title')}</h2>
      <p>{t('signin.must-set-up.text')}</p>
    </div>
  );
}

const rights = { ops: 'board', floor: 'scan', host: 'roster', badges: 'badges', admin: 'admin' } as const;

/** Which right a page needs that one does not have, and what one may do instead. */
function Lacking({ who, page, mission }: { who: Me; page: PageName; mission: string }) {
  useReady(true);
  const others = openPages(mission);
  return (
    <div class="nothing">
      <PlainTop />
      <main class="nothing-text">
        <Said icon={<LockIcon />} title={t('access.lacking.title', { name: who.name })}>
          <p>{t('access.lacking.text', { right: t(`right.${rights[page]}`) })}</p>
          <p class="quiet">{standing(who)}</p>
          <p class="lacking-pages">
            {page === 'floor' && (
              <a class="button big primary" href={address('pair')}>
                {t('access.pair')}
              </a>
            )}
            <a class={`button big ${page === 'floor' ? '' : 'primary'}`} href={signInAddress()}>
              {t('account.somebody-else')}
            </a>
          </p>
          {others.length > 0 && (
            <nav class="lacking-pages" aria-label={t('access.lacking.pages')}>
              <span>{t('access.lacking.pages')}</span>
              {others.map((other) => (
                <a class="button" key={other} href={address(other)}>
                  {t(`page.${other}`)}
                </a>
              ))}
            </nav>
          )}
        </Said>
      </main>
    </div>
  );
}

function Nothing() {
  const chosen = choice.value;
  return (
    <div class="nothing">
      <PlainTop />
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
