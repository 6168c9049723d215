import { toChildArray, type ComponentChildren } from 'preact';
import type { Failure } from '../shared/api';
import { t } from '../shared/language';
import { reasonOf, Said } from '../shared/Said';

/** The head of a part of the page, with what can be done there. */
export const Top = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="admin-top">
    <h2>{title}</h2>
    {children}
  </div>
);

/** That something could not be read, and a way to try again. */
export const Unread = ({ failure, again }: { failure: Failure; again: () => void }) => (
  <p class="admin-failed" role="alert">
    {t('admin.failed', { detail: reasonOf(failure) })}{' '}
    <button class="button" type="button" onClick={again}>
      {t('retry')}
    </button>
  </p>
);

/** The shape of lines that are on their way. */
export const Shapes = ({ lines, like }: { lines: number; like: string }) => (
  <div aria-hidden="true">
    {Array.from({ length: lines }, (_, line) => (
      <p class="admin-shape" key={line}>
        <span class="skeleton">{like}</span>
      </p>
    ))}
  </div>
);

/** One of a list: what it is, how it stands, what can be done with it, and below it what is being done. */
export function Item({
  off = false,
  name,
  detail,
  what,
  state,
  when,
  acts,
  failure,
  children,
}: {
  off?: boolean;
  name: string;
  detail: string;
  what?: ComponentChildren;
  state?: ComponentChildren;
  when?: ComponentChildren;
  acts: ComponentChildren;
  failure: Failure | null;
  children: ComponentChildren;
}) {
  return (
    <li class={off ? 'off' : ''}>
      <span class="row-name">
        <b>{name}</b>
        <span class="quiet">{detail}</span>
      </span>
      {what !== undefined && <span class="row-what">{what}</span>}
      {state !== undefined && <span class="row-state">{state}</span>}
      {when !== undefined && <span class="row-when quiet">{when}</span>}
      <span class="row-acts">{acts}</span>
      {(failure !== null || toChildArray(children).length > 0) && (
        <div class="row-more">
          <Said failure={failure} />
          {children}
        </div>
      )}
    </li>
  );
}

/** Asks once more before something is done. */
export const Confirm = ({
  title,
  yes,
  busy,
  go,
  cancel,
}: {
  title: string;
  yes: string;
  busy: boolean;
  go: () => void;
  cancel: () => void;
}) => (
  <div class="confirm">
    <p>{title}</p>
    <button class="button big primary" type="button" disabled={busy} onClick={go}>
      {yes}
    </button>
    <button class="button big" type="button" onClick={cancel}>
      {t('cancel')}
    </button>
  </div>
);

/** What is filled in, what was wrong with it, and the two ways out. */
export const Form = ({
  title,
  yes,
  ready,
  failure,
  save,
  cancel,
  children,
}: {
  title: string;
  yes: string;
  ready: boolean;
  failure: Failure | null;
  save: () => void;
  cancel: () => void;
  children: ComponentChildren;
}) => (
  <form
    class="admin-form"
    onSubmit={(e) => {
      e.preventDefault();
      save();
    }}
  >
    <h3>{title}</h3>
    {children}
    <Said failure={failure} />
    <div class="form-acts">
      <button class="button big primary" type="submit" disabled={!ready}>
        {yes}
      </button>
      <button class="button big" type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  </form>
);

/** What something is called, or whom it is for. */
export const NameField = ({
  label,
  hint = '',
  wrong = null,
  value,
  set,
}: {
  label: string;
  hint?: string;
  wrong?: string | null | undefined;
  value: string;
  set: (value: string) => void;
}) => (
  <label>
    {label}
    <input
      class="field"
      autoComplete="off"
      maxLength={64}
      required
      placeholder={hint}
      aria-invalid={Boolean(wrong)}
      value={value}
      onInput={(e) => set(e.currentTarget.value)}
    />
    {wrong && <span class="field-wrong">{wrong}</span>}
  </label>
);
