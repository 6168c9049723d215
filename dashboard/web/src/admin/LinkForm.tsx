import { useState } from 'preact/hooks';
import { useAttempt } from '../shared/attempt';
import type { Programme } from '../shared/contract';
import { zoneName } from '../shared/format';
import { t } from '../shared/language';
import { localIn, momentIn } from '../shared/zoned';
import { sessionsOf, zoneIn } from './DoorPicker';
import { usualEnd, type HostLink } from './links';
import { Form, NameField } from './Parts';

/** A link for one session, for somebody, until a time in the session's city. */
export function LinkForm({
  plan,
  save,
  cancel,
}: {
  plan: Programme;
  save: (wanted: Pick<HostLink, 'session' | 'name' | 'expiresAt'>) => Promise<void>;
  cancel: () => void;
}) {
  const [session, setSession] = useState('');
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const { busy, failure, attempt } = useAttempt();
  const chosen = plan.sessions.find((s) => s.id === session);
  const zone = chosen ? zoneIn(plan, chosen) : (plan.cities[0]?.timeZone ?? 'UTC');
  const expiresAt = momentIn(until, zone);
  const past = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  const choices = sessionsOf(plan);
  const choose = (id: string) => {
    setSession(id);
    const next = plan.sessions.find((s) => s.id === id);
    if (!next) return;
    setUntil(localIn(usualEnd(next, Date.now()), zoneIn(plan, next)));
    if (name === '' || name === chosen?.host) setName(next.host);
  };
  return (
    <Form
      title={t('links.new')}
      yes={t('links.make')}
      ready={!busy && session !== '' && name.trim() !== '' && expiresAt !== null && !past}
      failure={failure}
      save={() => {
        if (expiresAt !== null) void attempt(() => save({ session, name: name.trim(), expiresAt }));
      }}
      cancel={cancel}
    >
      <label>
        {t('links.session')}
        <select class="field" required value={session} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">{t('links.choose')}</option>
          {[...new Set(choices.map((item) => item.group))].map((day) => (
            <optgroup key={day} label={day}>
              {choices
                .filter((item) => item.group === day)
                .map((item) => (
                  <option key={item.key} value={item.key}>
                    {`${item.detail} · ${item.name}`}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div class="grant-fields">
        <NameField label={t('links.for')} value={name} set={setName} />
        <label>
          {t('links.until-zone', { zone: zoneName(zone, Date.now()) })}
          <input
            class="field"
            type="datetime-local"
            required
            aria-invalid={past}
            value={until}
            onInput={(e) => setUntil(e.currentTarget.value)}
          />
          {past && <span class="field-wrong">{t('links.past')}</span>}
        </label>
      </div>
    </Form>
  );
}
