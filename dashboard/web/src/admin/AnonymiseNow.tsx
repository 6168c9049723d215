import { useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { Said } from '../shared/Said';
import { here } from './here';
import { anonymise } from './privacy';

/** What cannot be undone is typed, and not clicked by mistake. */
export function AnonymiseNow() {
  const [typed, setTyped] = useState('');
  const { busy, failure, attempt } = useAttempt();
  return (
    <section>
      <h3>
        <WarningIcon />
        {t('privacy.now.title')}
      </h3>
      <p>{t('privacy.now.text')}</p>
      <form
        class="privacy-days"
        onSubmit={(e) => {
          e.preventDefault();
          void attempt(anonymise);
        }}
      >
        <label>
          {t('privacy.now.confirm', { mission: here() })}
          <input
            class="field"
            autoComplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed}
            onInput={(e) => setTyped(e.currentTarget.value)}
          />
        </label>
        <button class="button big" type="submit" disabled={busy || typed.trim() !== here()}>
          {t('privacy.now.do')}
        </button>
        <Said failure={failure} />
      </form>
    </section>
  );
}
