import { useState } from 'preact/hooks';
import { become } from '../shared/access';
import { useAttempt } from '../shared/attempt';
import { t } from '../shared/language';
import { Password } from '../shared/Password';
import { Said } from '../shared/Said';
import { goOn } from './SignIn';

/** The first account, which administers everything: made once, with the link that the server printed. */
export function FirstAccount({ code }: { code: string }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const wrongName = failure?.field('name');
  return (
    <>
      <h1>{t('signin.set-up.title')}</h1>
      <p>{t('signin.set-up.text')}</p>
      <form
        class="signin-form"
        onSubmit={(e) => {
          e.preventDefault();
          void attempt(async () => {
            await become('set-up', { code, name: name.trim(), password });
            goOn();
          });
        }}
      >
        <label>
          {t('signin.name')}
          <input
            class="field"
            name="username"
            autoComplete="username"
            maxLength={64}
            required
            aria-invalid={Boolean(wrongName)}
            value={name}
            onInput={(e) => setName(e.currentTarget.value)}
          />
          {wrongName && <span class="field-wrong">{wrongName}</span>}
        </label>
        <Password
          label={t('signin.new')}
          value={password}
          set={setPassword}
          autocomplete="new-password"
          rule={t('signin.rule')}
          wrong={failure?.field('password') ?? null}
        />
        <Said failure={failure} />
        <button
          class="button big primary"
          type="submit"
          disabled={busy || name.trim() === '' || password.length < 12}
        >
          {t('signin.set-up.do')}
        </button>
      </form>
    </>
  );
}
