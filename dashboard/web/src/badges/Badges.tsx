import { AccountMenu } from '../shared/AccountMenu';
import { LanguageSwitch, ThemeSwitch } from '../shared/Chrome';
import { useReady } from '../shared/Frame';
import { t } from '../shared/language';
import { address } from '../shared/mission';
import { Choices } from './Choices';
import { People } from './People';
import { Sheets } from './Sheets';
import { failed, list, programme } from './state';

/** Badges: chosen and changed on the left, and on the right the sheets as they come out of the printer. */
export function Badges() {
  useReady(list.value !== null && programme.value !== null);
  return (
    <div class="badges-page">
      <div class="badges-desk">
        <header class="badges-top">
          <a class="brand" href={address('')}>
            EventOps
          </a>
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu />
        </header>
        <main class="badges-main">
          <h1>{t('page.badges')}</h1>
          <p class="quiet">{programme.value?.name ?? <span class="skeleton">The name of a mission</span>}</p>
          {failed.value !== null && (
            <p class="field-wrong" role="alert">
              {t('badges.failed', { detail: failed.value })}
            </p>
          )}
          <Choices />
          <People />
        </main>
      </div>
      <Sheets />
    </div>
  );
}
