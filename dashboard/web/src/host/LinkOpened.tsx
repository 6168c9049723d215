import { PlainTop, useReady } from '../shared/Frame';
import { ClockIcon, OfflineIcon } from '../shared/icons';
import { t } from '../shared/language';
import { link, openLink } from './link';
import { reasonOf } from '../shared/Said';

/** While a link is opened, and when it opens nothing: calmly, since there is nothing that its holder did wrong. */
export function LinkOpened() {
  const now = link.value;
  useReady(now?.failure !== null);
  if (!now) return null;
  const { code, failure } = now;
  return (
    <div class="nothing">
      <PlainTop />
      <main class="nothing-text" aria-live="polite">
        {!failure ? (
          <p>{t('host.link.opening')}</p>
        ) : failure.passes ? (
          <>
            <h1>
              <OfflineIcon />
              {reasonOf(failure)}
            </h1>
            <p>{t('host.link.silent')}</p>
            <p>
              <button class="button big primary" type="button" onClick={() => void retry(code)}>
                {t('retry')}
              </button>
            </p>
          </>
        ) : (
          <>
            <h1>
              <ClockIcon />
              {t('host.link.failed')}
            </h1>
            <p>{t('host.link.failed-text')}</p>
          </>
        )}
      </main>
    </div>
  );
}

const retry = async (code: string) => {
  if (await openLink(code)) location.reload();
};
