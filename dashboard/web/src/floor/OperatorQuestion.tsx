import { useState } from 'preact/hooks';
import { LanguageSwitch } from '../shared/Chrome';
import { t } from '../shared/language';
import { beOperator, operator } from './identity';
import { slug } from './slug';

/** Asks once who uses this device: every entry has a who. */
export function OperatorQuestion({ done }: { done?: () => void }) {
  const [name, setName] = useState(operator.value);
  const [asked, setAsked] = useState(false);
  const good = slug(name).length >= 2;
  return (
    <form
      class="floor-question"
      onSubmit={(e) => {
        e.preventDefault();
        setAsked(true);
        if (!good) return;
        beOperator(name.trim());
        done?.();
      }}
    >
      <h2>{t('floor.operator.title')}</h2>
      <p>{t('floor.operator.text')}</p>
      <label>
        {t('floor.operator.label')}
        <input
          class="field"
          value={name}
          maxLength={64}
          autoComplete="name"
          aria-describedby="operator-needed"
          aria-invalid={asked && !good}
          onInput={(e) => setName(e.currentTarget.value)}
        />
      </label>
      <p id="operator-needed" class={asked && !good ? 'field-wrong' : 'quiet'}>
        {t('floor.operator.needed')}
      </p>
      <button class="button big primary" type="submit">
        {t('floor.continue')}
      </button>
      <LanguageSwitch />
    </form>
  );
}
