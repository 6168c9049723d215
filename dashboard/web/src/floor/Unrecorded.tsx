import { t } from '../shared/language';
import { unrecorded } from './state';

/** What was presented at this door and never recorded, when the access ended in between. */
export function Unrecorded() {
  const labels = unrecorded.value;
  if (labels.length === 0) return null;
  return (
    <div>
      <p>{t('access.ended.unrecorded', { n: labels.length })}</p>
      <ul class="ended-list">
        {labels.map((label, index) => (
          <li key={index}>{label}</li>
        ))}
      </ul>
    </div>
  );
}
