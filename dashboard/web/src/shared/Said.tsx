import type { Failure } from './api';
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

export const reasonOf = (failure: Failure): string =>
  failure.status === 0 ? t('error.server.title') : failure.message;
