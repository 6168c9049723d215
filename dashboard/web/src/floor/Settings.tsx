import { LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { t } from '../shared/language';
import { beLoud, beOperator, beRole, device, operator, role, sound } from './identity';

export function Settings({ done }: { done: () => void }) {
  return (
    <main class="floor-settings">
      <dl>
        <dt>{t('floor.settings.operator')}</dt>
        <dd>
          {operator.value}{' '}
          <button class="button big" type="button" onClick={() => beOperator('')}>
            {t('floor.operator.change')}
          </button>
        </dd>
        <dt>{t('floor.settings.role')}</dt>
        <dd class="directions">
          {(['floor', 'supervisor'] as const).map((chosen) => (
            <button
              key={chosen}
              class="button big"
              type="button"
              aria-pressed={role.value === chosen}
              onClick={() => beRole(chosen)}
            >
              {t(`floor.role.${chosen}`)}
            </button>
          ))}
        </dd>
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
        <dt>{t('floor.settings.device')}</dt>
        <dd class="figure">{device}</dd>
      </dl>
      <button class="button big primary" type="button" onClick={done}>
        {t('close')}
      </button>
    </main>
  );
}
