import { PlainTop, useReady } from '../shared/Frame';
import { t } from '../shared/language';

/** Who may do what here. */
export function Admin() {
  useReady(true);
  return (
    <div class="admin-page">
      <PlainTop />
      <h1>{t('page.admin')}</h1>
    </div>
  );
}
