import { useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import { longDate } from '../shared/format';
import { t } from '../shared/language';
import { Said } from '../shared/Said';
import { zoneOf } from '../shared/store';
import { keepFor, longest, type Kept } from './privacy';

/** How many people are stored by name, until when, and after how many days that is. */
export function RetentionForm({ now }: { now: Kept }) {
  const [typed, setTyped] = useState(String(now.retentionDays));
  const [saved, setSaved] = useState(false);
  const { busy, failure, attempt } = useAttempt();
  const zone = zoneOf({});
  const days = Number(typed);
  const good = Number.isInteger(days) && days >= 1 && days <= longest;
  return (
    <section>
      <h3>{t('privacy.people', { n: now.people })}</h3>
      <p>
        {now.anonymisedAt
          ? t('privacy.anonymised', { date: longDate(now.anonymisedAt, zone) })
          : now.anonymiseOn
            ? t('privacy.anonymise-on', { date: longDate(now.anonymiseOn, zone) })
            : t('privacy.no-date')}
      </p>
      {!now.anonymisedAt && (
        <form
          class="privacy-days"
          onSubmit={(e) => {
            e.preventDefault();
            void attempt(async () => {
              await keepFor(days);
              setSaved(true);
            });
          }}
        >
          <label>
            {t('privacy.retention')}
            <input
              class="field"
              type="number"
              inputMode="numeric"
              min={1}
              max={longest}
              required
              aria-invalid={!good}
              aria-describedby="retention-rule"
              value={typed}
              onInput={(e) => {
                setTyped(e.currentTarget.value);
                setSaved(false);
              }}
            />
          </label>
          <button
            class="button big primary"
            type="submit"
            disabled={busy || !good || days === now.retentionDays}
          >
            {t('admin.save')}
          </button>
          <p id="retention-rule" class={good ? 'quiet' : 'field-wrong'}>
            {now.endsAt
              ? t('privacy.retention-rule', { date: longDate(now.endsAt, zone) })
              : t('privacy.retention-rule-open')}
          </p>
          {saved && <p role="status">{t('privacy.saved')}</p>}
          <Said failure={failure} />
        </form>
      )}
    </section>
  );
}
