import { useEffect, useRef, useState } from 'preact/hooks';
import { mayEverywhere } from '../shared/access';
import { ask, Failure } from '../shared/api';
import { clockTime, shortDate, zoneName } from '../shared/format';
import { ChevronIcon } from '../shared/icons';
import { t } from '../shared/language';
import { mayHere } from '../shared/mission';
import { zoneOf } from '../shared/store';
import {
  auditKinds,
  differences,
  everything,
  joined,
  lastOf,
  queryOf,
  type AuditPage,
  type AuditRow,
  type Filters,
} from './audit';
import { herePath } from './here';
import { Shapes, Top, Unread } from './Parts';

/** Who did what, when and from where. */
export function Audit() {
  const inMission = mayHere('audit');
  const [wide, setWide] = useState(!inMission);
  const [filters, setFilters] = useState(everything);
  const [page, setPage] = useState<AuditPage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const zone = zoneOf({});
  const base = wide ? '/api/audit' : herePath('audit');
  const query = queryOf(filters, zone);

  const load = async (held: AuditPage | null) => {
    const mine = ++asked.current;
    setBusy(true);
    try {
      const next = await ask<AuditPage>(`${base}?${queryOf(filters, zone, lastOf(held))}`);
      if (mine !== asked.current) return;
      setPage(joined(held, next));
      setFailure(null);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (mine === asked.current) setFailure(error);
    } finally {
      if (mine === asked.current) setBusy(false);
    }
  };
  // whoever types a name is waited for
  useEffect(() => {
    const timer = setTimeout(() => void load(null), page === null ? 0 : 250);
    return () => clearTimeout(timer);
  }, [base, query]);

  const filtered = query !== '';
  return (
    <>
      <Top title={t('admin.audit')}>
        <a class="button big" href={`${base}.csv?${query}`} download>
          {t('audit.csv')}
        </a>
      </Top>
      <form class="audit-filters" onSubmit={(e) => e.preventDefault()}>
        {inMission && mayEverywhere('audit') && (
          <label>
            {t('audit.where')}
            <select
              class="field"
              value={wide ? 'all' : 'here'}
              onChange={(e) => setWide(e.currentTarget.value === 'all')}
            >
              <option value="here">{t('audit.this-mission')}</option>
              <option value="all">{t('audit.installation')}</option>
            </select>
          </label>
        )}
        <label>
          {t('audit.kind')}
          <select
            class="field"
            value={filters.kind}
            onChange={(e) =>
              setFilters({ ...filters, kind: auditKinds[e.currentTarget.selectedIndex - 1] ?? '' })
            }
          >
            <option value="">{t('audit.every-kind')}</option>
            {auditKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`audit.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <TextFilter label={t('audit.who')} type="search" name="who" filters={filters} set={setFilters} />
        <TextFilter label={t('audit.from')} type="date" name="from" filters={filters} set={setFilters} />
        <TextFilter label={t('audit.to')} type="date" name="to" filters={filters} set={setFilters} />
      </form>
      {failure && <Unread failure={failure} again={() => void load(page)} />}
      {page === null ? (
        !failure && <Shapes lines={6} like="00:00 Somebody did something" />
      ) : page.rows.length === 0 ? (
        <p class="admin-empty">{filtered ? t('audit.none-fits') : t('audit.empty')}</p>
      ) : (
        <>
          <p class="rows-head audit" aria-hidden="true">
            <span />
            <span>
              {t('audit.time')} ({zoneName(zone, page.rows[0]?.at ?? Date.now())})
            </span>
            <span>{t('audit.kind')}</span>
            <span>{t('audit.who')}</span>
            <span>{t('audit.address')}</span>
          </p>
          <ul class="rows audit">
            {page.rows.map((row) => (
              <Row key={row.id} row={row} zone={zone} />
            ))}
          </ul>
          <p class="audit-foot">
            <span class="quiet" role="status">
              {t('audit.shown', { n: page.rows.length })} {!page.more && t('audit.end')}
            </span>
            {page.more && (
              <button class="button big" type="button" disabled={busy} onClick={() => void load(page)}>
                {t('audit.more')}
              </button>
            )}
          </p>
        </>
      )}
    </>
  );
}

function TextFilter({
  label,
  type,
  name,
  filters,
  set,
}: {
  label: string;
  type: 'search' | 'date';
  name: 'who' | 'from' | 'to';
  filters: Filters;
  set: (filters: Filters) => void;
}) {
  return (
    <label>
      {label}
      <input
        class="field"
        {...(type === 'search' ? { type: 'search' as const } : { type: 'date' as const })}
        autoComplete="off"
        maxLength={64}
        value={filters[name]}
        onInput={(e) => set({ ...filters, [name]: e.currentTarget.value })}
      />
    </label>
  );
}

function Row({ row, zone }: { row: AuditRow; zone: string }) {
  const changes = differences(row.before, row.after);
  const line = (
    <>
      <span class="audit-time figure">
        {shortDate(row.at, zone)} <b>{clockTime(row.at, zone)}</b>
      </span>
      <span class="audit-what">
        <b>{t(`audit.kind.${row.kind}`)}</b>
        <span>{row.what}</span>
      </span>
      <span class="audit-who">
        <span>{row.who === '' ? t('audit.nobody') : row.who}</span>
        <span class="quiet">{[t(`audit.who.${row.whoKind}`), row.mission].filter(Boolean).join(' · ')}</span>
      </span>
      <span class="audit-from quiet">{row.from}</span>
    </>
  );
  if (changes.length === 0)
    return (
      <li>
        <div class="audit-line">
          <span />
          {line}
        </div>
      </li>
    );
  return (
    <li>
      <details>
        <summary class="audit-line">
          <ChevronIcon />
          {line}
        </summary>
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{change.field || '–'}</th>
                <td>{change.before || '–'}</td>
                <td>{change.after || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
