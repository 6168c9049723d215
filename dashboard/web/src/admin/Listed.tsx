import type { ComponentChildren } from 'preact';
import { Shapes, Unread } from './Parts';
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
      {failure && <Unread failure={failure} again={() => void of.read()} />}
      {list === null ? (
        !failure && <Shapes lines={4} like="A name, and what goes with it" />
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
