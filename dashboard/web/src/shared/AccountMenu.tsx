import { useEffect, useRef, useState } from 'preact/hooks';
import { become, me, roleOf, type Me } from './access';
import { Failure } from './api';
import { mediumDate, clockTime } from './format';
import { CheckIcon, DoorIcon, PersonIcon } from './icons';
import { t } from './language';
import { address, choice, openPages } from './mission';
import { zoneOf } from './store';
import { reasonOf } from './Said';

const mission = () => (choice.value.state === 'chosen' ? choice.value.mission : '*');

/** What somebody is here: their role, or what kind of access it is. */
export function standing(who: Me): string {
  if (who.kind === 'account') return t(`role.${roleOf(who, mission()) ?? 'none'}`);
  if (who.kind === 'nobody') return t('account.nobody');
  const until = who.expiresAt;
  const what = t(`account.${who.kind}`);
  return until
    ? `${what}, ${t('account.until', { time: `${mediumDate(until, zoneOf({}))}, ${clockTime(until, zoneOf({}))}` })}`
    : what;
}

/** Who one is, and how to be somebody else. */
export function AccountMenu() {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  const who = me.value;
  if (!who) return null;
  const name = who.kind === 'nobody' ? t('account.nobody') : who.name;
  return (
    <div class="account" ref={root}>
      <button
        class="button account-button"
        type="button"
        aria-expanded={open}
        aria-controls="account-panel"
        aria-label={t('account.menu', { name })}
        title={name}
        onClick={() => setOpen(!open)}
      >
        {who.kind === 'device' ? <DoorIcon /> : <PersonIcon />}
        <span class="account-name">{name}</span>
      </button>
      {open && (
        <div class="account-panel" id="account-panel">
          <Account who={who} />
        </div>
      )}
    </div>
  );
}

/** Who one is and what can be done about it, to stand in a menu or among settings. */
export function Account({ who }: { who: Me }) {
  const [failed, setFailed] = useState<string | null>(null);
  const change = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailed(reasonOf(error));
    }
  };
  return (
    <>
      <p class="account-who">
        {who.kind !== 'nobody' && <b>{who.name}</b>}
        <span class="quiet">{standing(who)}</span>
      </p>
      {failed !== null && (
        <p class="field-wrong" role="alert">
          {t('account.failed', { detail: failed })}
        </p>
      )}
      <ul class="account-acts">
        {who.kind === 'account' && (
          <>
            {openPages(mission()).includes('admin') && (
              <li>
                <a class="account-act" href={address('admin')}>
                  {t('page.admin')}
                </a>
              </li>
            )}
            <li>
              <a class="account-act" href={`${address('signin')}#password`}>
                {t('account.password')}
              </a>
            </li>
            <li>
              <button class="account-act" type="button" onClick={() => void change(() => signOut())}>
                {t('account.sign-out')}
              </button>
            </li>
          </>
        )}
        {who.kind !== 'account' && (
          <li>
            <a class="account-act" href={signInAddress()}>
              {who.kind === 'nobody' ? t('account.sign-in') : t('account.somebody-else')}
            </a>
          </li>
        )}
      </ul>
      {who.demonstration && (
        <section class="account-others">
          <h2>{t('account.others')}</h2>
          <Demonstration who={who} change={change} />
        </section>
      )}
    </>
  );
}

/** The demonstration's accounts: one click is one of them. */
export function Demonstration({
  who,
  change,
  done = () => location.reload(),
}: {
  who: Me;
  change: (act: () => Promise<void>) => Promise<void>;
  done?: () => void;
}) {
  return (
    <ul class="account-acts">
      {(who.demonstration ?? []).map(({ name, role, password }) => {
        const here = who.kind === 'account' && who.name === name;
        return (
          <li key={name}>
            <button
              class="account-act"
              type="button"
              aria-current={here}
              disabled={here}
              aria-label={t('signin.as', { name })}
              onClick={() =>
                void change(async () => {
                  await become('sign-in', { name, password });
                  done();
                })
              }
            >
              <span class="account-other">
                <b>{t(`role.${role}`)}</b>
                <span class="quiet">{name}</span>
              </span>
              {here && <CheckIcon />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

async function signOut(): Promise<void> {
  await become('sign-out', {});
  location.assign(address('signin'));
}

/** Where to sign in, to come back here afterwards. */
export const signInAddress = (): string => address('signin', { next: location.pathname + location.search });
