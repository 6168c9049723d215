import { signal } from '@preact/signals';
import { me } from '../shared/access';
import { MustSetUp, PlainTop, useReady } from '../shared/Frame';
import { t } from '../shared/language';
import { asked } from '../shared/mission';
import { nextPage } from '../shared/next';
import { SignInForm } from '../shared/SignInForm';
import { ChangePassword } from './ChangePassword';
import { FirstAccount } from './FirstAccount';
import type { Purpose } from './purpose';
import { ResetPassword } from './ResetPassword';

export const purpose = signal<Purpose>({ kind: 'sign-in' });

export const goOn = (): void => location.replace(nextPage(asked('next'), location.origin));

/** Where one becomes somebody: with a name and a password, or with a link that was given for once. */
export function SignIn() {
  const who = me.value;
  useReady(who !== null);
  const now = purpose.value;
  return (
    <div class="nothing">
      <PlainTop />
      <main class="nothing-text signin-main">
        {!who ? (
          <Shapes />
        ) : now.kind === 'set-up' ? (
          <FirstAccount code={now.code} />
        ) : now.kind === 'reset' ? (
          <ResetPassword code={now.code} />
        ) : now.kind === 'password' && who.kind === 'account' ? (
          <ChangePassword name={who.name} />
        ) : who.mustSetUp ? (
          <MustSetUp />
        ) : (
          <>
            <h1>{t('page.signin')}</h1>
            {who.kind === 'account' && <p class="quiet">{t('signin.now', { name: who.name })}</p>}
            <SignInForm done={goOn} />
          </>
        )}
      </main>
    </div>
  );
}

function Shapes() {
  return (
    <p aria-hidden="true">
      <span class="skeleton">A name and a password</span>
    </p>
  );
}
