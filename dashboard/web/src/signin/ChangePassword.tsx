import { useState } from 'preact/hooks';
import { changePassword } from '../shared/access';
import { useAttempt } from '../shared/attempt';
import { AdmittedIcon } from '../shared/icons';
import { t } from '../shared/language';
import { address } from '../shared/mission';
import { Password } from '../shared/Password';
import { Said } from '../shared/Said';

export function ChangePassword({ name }: { name: string }) {
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const [done, setDone] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const wrongCurrent = failure?.is('wrong-password') ? t('signin.wrong-current') : null;
  const wrongNew = failure?.field('new') ?? null;
  if (done)
    return (
      <>
        <div role="status">
          <h1>
            <AdmittedIcon />
            {t('signin.change.done')}
          </h1>
        </div>
        <p>
          <a class="button big primary" href={address('')}>
            {t('page.home')}
          </a>
        </p>
      </>
    );
  return (
    <>
      <h1>{t('account.password')}</h1>
      <p>
        {t('signin.now', { name })}. {t('signin.change.text')}
      </p>
      <form
        class="signin-form"
        onSubmit={(e) => {
          e.preventDefault();
          void attempt(async () => {
            await changePassword(current, wanted);
            setDone(true);
          });
        }}
      >
        <input
          class="unseen"
          type="text"
          autoComplete="username"
          tabIndex={-1}
          aria-hidden="true"
          readOnly
          value={name}
        />
        <Password
          label={t('signin.current')}
          value={current}
          set={setCurrent}
          autocomplete="current-password"
          wrong={wrongCurrent}
        />
        <Password
          label={t('signin.new')}
          value={wanted}
          set={setWanted}
          autocomplete="new-password"
          rule={t('signin.rule')}
          wrong={wrongNew}
        />
        {!wrongCurrent && !wrongNew && <Said failure={failure} />}
        <button
          class="button big primary"
          type="submit"
          disabled={busy || current === '' || wanted.length < 12}
        >
          {t('account.password')}
        </button>
      </form>
    </>
  );
}
