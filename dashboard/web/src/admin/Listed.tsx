import type { ComponentChildren } from 'preact';
import { t } from '../shared/language';
import { reasonOf } from '../shared/Said';
import type { Reading } from './reading';

/** A list as it stands: the shape of what comes, what would fill it, what went wrong, or its rows. */
export function Listed<T>({
  of,
  empty,
  headings,
  kind,
  row,
}: {
  of: Reading<T[]>;
  empty: string;
  headings: string[];
  kind: string;
  row: (item: T) => ComponentChildren;
}) {
  const list = of.value.value;
  const failure = of.failure.value;
  return (
    <>
      {failure && (
        <p class="admin-failed" role="alert">
          {t('admin.failed', { detail: reasonOf(failure) })}{' '}
          <button class="button" type="button" onClick={() => void of.read()}>
            {t('retry')}
          </button>
        </p>
      )}
      {list === null ? (
        !failure && <Shapes />
      ) : list.length === 0 ? (
        <p class="admin-empty">{empty}</p>
      ) : (
        <>
          <p class={`rows-head ${kind}`} aria-hidden="true">
            {headings.map((heading) => (
              <span key={heading}>{heading}</span>
            ))}
          </p>
          <ul class={`rows ${kind}`}>{list.map(row)}</ul>
        </>
      )}
    </>
  );
}

function Shapes() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3].map((row) => (
        <p class="admin-shape" key={row}>
          <span class="skeleton">A name, and what goes with it</span>
        </p>
      ))}
    </div>
  );
}
