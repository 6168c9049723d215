import { t } from '../shared/language';

const kinds = ['delegates', 'scans', 'staff', 'audit'] as const;
const laws = ['lfpdppp', 'pipeda', 'gdpr'] as const;

/** What is stored, where and how long, in plain words; and by which laws it is measured. */
export function Stored() {
  return (
    <section class="stored">
      <h3>{t('stored.title')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stored.what')}</th>
            <th scope="col">{t('stored.where')}</th>
            <th scope="col">{t('stored.long')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <td>{t(`stored.${kind}.what`)}</td>
              <td data-label={t('stored.where')}>{t(`stored.${kind}.where`)}</td>
              <td data-label={t('stored.long')}>{t(`stored.${kind}.long`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('stored.nothing')}</p>
      <h4>{t('stored.yardsticks')}</h4>
      <ul>
        {laws.map((law) => (
          <li key={law}>{t(`stored.${law}`)}</li>
        ))}
      </ul>
      <p class="quiet">{t('stored.not-advice')}</p>
    </section>
  );
}
