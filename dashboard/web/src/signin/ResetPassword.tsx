import { useState } from 'preact/hooks';
import { become } from '../shared/access';
import { useAttempt } from '../shared/attempt';
import { t } from '../shared/language';
import { Password } from '../shared/Password';
import { Said } from '../shared/Said';
import { goOn } from './SignIn';

/** A password for an account whose owner was given a link for once. */
export function ResetPassword({ code }: { code: string }) {
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const wrong = failure?.field('password') ?? null;
  return (
    <>
      <h1>{t('signin.reset.title')}</h1>
      <p>{t('signin.reset.text')}</p>
      <form
        class="signin-form"
        onSubmit={(e) => {
          e.preventDefault();
          void attempt(async () => {
            await become('reset', { code, password });
            goOn();
          });
        }}
      >
        <Password
          label={t('signin.new')}
          value={password}
          set={setPassword}
          autocomplete="new-password"
          rule={t('signin.rule')}
          wrong={wrong}
        />
        {failure?.is('code-not-good') && <h2 class="field-wrong">{t('signin.link-failed')}</h2>}
        {!wrong && <Said failure={failure} />}
        <button class="button big primary" type="submit" disabled={busy || password.length < 12}>
          {t('signin.reset.do')}
        </button>
      </form>
    </>
  );
}
