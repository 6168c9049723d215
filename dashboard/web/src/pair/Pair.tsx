import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { become, me } from '../shared/access';
import { useAttempt } from '../shared/attempt';
import { PlainTop, useReady } from '../shared/Frame';
import { WarningIcon } from '../shared/icons';
import { t } from '../shared/language';
import { codeLength, groupCode, readCode } from '../shared/pairingCode';
import { Said } from '../shared/Said';

/** The code of the link that was opened; null when it is to be typed. */
export const given = signal<string | null>(null);

/** A phone becomes the scanner of a door. It is asked first: a code can be opened by a phone that it was not meant for. */
export function Pair() {
  useReady(me.value !== null);
  const { busy, failure, attempt } = useAttempt();
  const pair = (code: string) =>
    attempt(async () => {
      await become('pairing', { code });
      location.replace('/floor/');
    });
  const code = given.value;
  return (
    <div class="nothing">
      <PlainTop />
      <main class="nothing-text pair-main">
        <h1>{code === null ? t('page.pair') : t('pair.question')}</h1>
        {failure && (
          <div class="pair-failed">
            <h2>
              <WarningIcon />
              {t('pair.failed')}
            </h2>
            <Said failure={failure} />
          </div>
        )}
        {code === null ? (
          <Typed busy={busy} pair={pair} />
        ) : (
          <>
            <p>{t('pair.text')}</p>
            <Replaces />
            <button
              class="button primary pair-yes"
              type="button"
              disabled={busy}
              onClick={() => void pair(code)}
            >
              {busy ? t('pair.busy') : t('page.pair')}
            </button>
            <button class="button big" type="button" disabled={busy} onClick={() => (given.value = null)}>
              {t('pair.not')}
            </button>
          </>
        )}
      </main>
    </div>
  );
}

/** Whoever this browser is now is replaced. */
function Replaces() {
  const who = me.value;
  if (!who || who.kind === 'nobody') return null;
  return <p class="quiet">{t('pair.replaces', { name: who.name })}</p>;
}

function Typed({ busy, pair }: { busy: boolean; pair: (code: string) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const code = readCode(typed);
  return (
    <form
      class="signin-form"
      onSubmit={(e) => {
        e.preventDefault();
        if (code !== null) void pair(code);
      }}
    >
      <p>{t('pair.type')}</p>
      <label>
        {t('pair.code')}
        <input
          class="field pair-code"
          autoComplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          placeholder="····-····-····"
          aria-describedby="pair-rule"
          maxLength={codeLength * 2}
          value={typed}
          onInput={(e) => {
            const field = e.currentTarget;
            // a caret in the middle would jump to the end: only what is typed at the end is put into groups
            const atEnd = field.selectionStart === field.value.length;
            setTyped(atEnd ? groupCode(field.value) : field.value.toUpperCase());
          }}
        />
      </label>
      <p id="pair-rule" class="quiet">
        {t('pair.code-rule')}
      </p>
      <Replaces />
      <button class="button big primary" type="submit" disabled={busy || code === null}>
        {busy ? t('pair.busy') : t('pair.do')}
      </button>
    </form>
  );
}
