import { t } from '../shared/language';
import { address } from '../shared/mission';

/** What a phone that is nobody yet is told: at a door it is paired, and nobody types a password there. */
export function Unpaired() {
  return (
    <>
      <h1>{t('access.nobody.floor')}</h1>
      <p>{t('access.nobody.floor-text')}</p>
      <p>
        <a class="button big primary" href={address('pair')}>
          {t('access.pair')}
        </a>
      </p>
    </>
  );
}
