import { useEffect } from 'preact/hooks';
import { t } from '../shared/language';
import { AnonymiseNow } from './AnonymiseNow';
import { OnePerson } from './OnePerson';
import { Top, Unread } from './Parts';
import { privacy } from './privacy';
import { RetentionForm } from './RetentionForm';
import { Stored } from './Stored';

/** What is kept of people, how long, and what can be done about it. */
export function Privacy() {
  useEffect(() => void privacy.read(), []);
  const now = privacy.value.value;
  const failure = privacy.failure.value;
  return (
    <>
      <Top title={t('admin.privacy')} />
      {failure && <Unread failure={failure} again={() => void privacy.read()} />}
      <div class="privacy">
        <div class="privacy-mission">
          {now ? <RetentionForm now={now} /> : !failure && <Shape />}
          {now && !now.anonymisedAt && <AnonymiseNow />}
        </div>
        <OnePerson />
        <Stored />
      </div>
    </>
  );
}

function Shape() {
  return (
    <section aria-hidden="true">
      <p>
        <span class="skeleton">000 people are stored by name</span>
      </p>
    </section>
  );
}
