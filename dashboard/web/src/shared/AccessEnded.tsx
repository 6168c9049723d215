import type { ComponentChildren } from 'preact';
import type { Ended } from './access';
import { signInAddress } from './AccountMenu';
import { useReady } from './Frame';
import { AccessGoneIcon } from './icons';
import { t } from './language';
import { address } from './mission';

/** Fills the page when its access has ended: what happened, what is safe, what to do. */
export function AccessEnded({ ended, children }: { ended: Ended; children?: ComponentChildren }) {
  useReady(true);
  const { kind } = ended.was;
  return (
    <main class="ended">
      <AccessGoneIcon />
      <div role="alert">
        <h1>{title(ended)}</h1>
      </div>
      {kind !== 'nobody' && <p class="ended-who">{ended.was.name}</p>}
      <p>{text(ended)}</p>
      {children}
      <p class="ended-acts">
        {ended.why === 'changed' && (
          <button class="button big primary" type="button" onClick={() => location.reload()}>
            {t('access.ended.continue')}
          </button>
        )}
        {kind === 'device' && ended.why !== 'changed' && (
          <a class="button big primary" href={address('pair')}>
            {t('access.pair')}
          </a>
        )}
        <a
          class={`button big ${kind === 'account' && ended.why !== 'changed' ? 'primary' : ''}`}
          href={signInAddress()}
        >
          {t('account.sign-in')}
        </a>
      </p>
    </main>
  );
}

function title({ why, was }: Ended): string {
  if (why === 'changed') return t('access.ended.changed');
  if (why === 'signed-out') return t('access.ended.signed-out');
  if (why === 'unknown') return t('access.ended.unknown');
  if (was.kind === 'host-link') return t(`access.ended.host-link.${why}`);
  if (why === 'expired') return t('access.ended.expired');
  return t(was.kind === 'device' ? 'access.ended.device.revoked' : 'access.ended.account.revoked');
}

function text({ why, was }: Ended): string {
  if (why === 'changed') return t('access.ended.changed.text');
  if (was.kind === 'device') return t('access.ended.device.text');
  if (was.kind === 'host-link') return t('access.ended.host-link.text');
  return t(why === 'signed-out' ? 'access.ended.signed-out.text' : 'access.ended.account.text');
}
