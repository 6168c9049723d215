import type { Failure } from './api';
import { duration } from './format';
import { t } from './language';

/** What the server said when it did not do what was asked, in words that say what to do. */
export function Said({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  return (
    <p class="field-wrong" role="alert">
      {reasonOf(failure)}
    </p>
  );
}

/** The refusals that people meet are said in their language; what else went wrong is said in the server's words. */
export function reasonOf(failure: Failure): string {
  if (failure.status === 0) return t('error.server.title');
  if (failure.is('code-not-good')) return t('said.code-not-good');
  if (failure.is('not-allowed')) return t('said.not-allowed');
  if (failure.is('account-exists')) return t('said.account-exists');
  if (failure.is('own-administration')) return t('said.own-administration');
  if (failure.status === 429 && failure.retryAfter !== null)
    return t('said.too-many', { time: duration(Math.max(60_000, failure.retryAfter)) });
  return failure.message;
}
