import { me } from '../shared/access';
import { Account } from '../shared/AccountMenu';
import { LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { t } from '../shared/language';
import { beLoud, beOperator, isDevice, operator, sound } from './identity';

export function Settings({ done }: { done: () => void }) {
  return (
    <main class="floor-settings">
      <dl>
        {isDevice.value && (
          <>
            <dt>{t('floor.settings.operator')}</dt>
            <dd>
              {operator.value}{' '}
              <button class="button big" type="button" onClick={() => beOperator('')}>
                {t('floor.operator.change')}
              </button>
            </dd>
          </>
        )}
        <dt>{t('floor.settings.sound')}</dt>
        <dd class="directions">
          {[true, false].map((on) => (
            <button
              key={String(on)}
              class="button big"
              type="button"
              aria-pressed={sound.value === on}
              onClick={() => beLoud(on)}
            >
              {on ? t('floor.on') : t('floor.off')}
            </button>
          ))}
        </dd>
        <dt>{t('language')}</dt>
        <dd>
          <LanguageSwitch />
        </dd>
        <dt>{t('theme')}</dt>
        <dd>
          <ThemeSwitch />
        </dd>
      </dl>
      {me.value && (
        <section class="floor-account">
          <Account who={me.value} />
        </section>
      )}
      <button class="button big primary" type="button" onClick={done}>
        {t('close')}
      </button>
    </main>
  );
}
