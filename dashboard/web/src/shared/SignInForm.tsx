import { useState } from 'preact/hooks';
import { become, me } from './access';
import { Demonstration } from './AccountMenu';
import { Failure } from './api';
import { t } from './language';
import { Password } from './Password';
import { reasonOf } from './Said';

/** Name and password, and in the demonstration its accounts with one click. */
export function SignInForm({ done }: { done: () => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const who = me.value;

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailed(error.is('wrong-password') ? t('signin.wrong') : reasonOf(error));
      setBusy(false);
    }
  };

  return (
    <>
      {who?.demonstration && (
        <section class="signin-demonstration">
          <h2>{t('account.others')}</h2>
          <p class="quiet">{t('account.others-text')}</p>
          <Demonstration who={who} change={attempt} done={done} />
        </section>
      )}
      <form
        class="signin-form"
        onSubmit={(e) => {
          e.preventDefault();
          if (busy) return;
          void attempt(async () => {
            await become('sign-in', { name: name.trim(), password });
            done();
          });
        }}
      >
        {who && (who.kind === 'device' || who.kind === 'host-link') && (
          <p>{t('signin.device-ends', { name: who.name })}</p>
        )}
        <label>
          {t('signin.name')}
          <input
            class="field"
            name="username"
            autoComplete="username"
            autocapitalize="none"
            spellcheck={false}
            maxLength={200}
            required
            value={name}
            onInput={(e) => setName(e.currentTarget.value)}
          />
        </label>
        <Password
          label={t('signin.password')}
          value={password}
          set={setPassword}
          autocomplete="current-password"
        />
        {failed !== null && (
          <p class="field-wrong" role="alert">
            {failed}
          </p>
        )}
        <button
          class="button big primary"
          type="submit"
          disabled={busy || name.trim() === '' || password === ''}
        >
          {t('account.sign-in')}
        </button>
        <p class="quiet">{t('signin.forgotten')}</p>
      </form>
    </>
  );
}
