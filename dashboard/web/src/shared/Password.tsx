import { useId, useState } from 'preact/hooks';
import { EyeIcon } from './icons';
import { t } from './language';

/** A password that can be looked at while it is typed: on a phone nobody hits twelve letters blind. */
export function Password({
  label,
  value,
  set,
  autocomplete,
  rule,
  wrong,
}: {
  label: string;
  value: string;
  set: (value: string) => void;
  autocomplete: 'current-password' | 'new-password';
  /** What makes a good one; stands below the field. */
  rule?: string;
  wrong?: string | null;
}) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const said = wrong ?? rule;
  return (
    <div class="password">
      <label for={id}>{label}</label>
      <div class="password-row">
        <input
          id={id}
          class="field"
          {...(shown ? { type: 'text' as const } : { type: 'password' as const })}
          autoComplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          maxLength={128}
          required
          aria-invalid={Boolean(wrong)}
          {...(said === undefined ? {} : { 'aria-describedby': `${id}-rule` })}
          value={value}
          onInput={(e) => set(e.currentTarget.value)}
        />
        <button
          class="button big"
          type="button"
          aria-pressed={shown}
          aria-label={shown ? t('signin.hide') : t('signin.show')}
          onClick={() => setShown(!shown)}
        >
          <EyeIcon />
        </button>
      </div>
      {said !== undefined && (
        <p id={`${id}-rule`} class={wrong ? 'field-wrong' : 'quiet'}>
          {said}
        </p>
      )}
    </div>
  );
}
