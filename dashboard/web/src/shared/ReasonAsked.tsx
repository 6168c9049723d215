import { useState } from 'preact/hooks';
import { t } from './language';

/** Asks why, with the usual answers under the thumb and room for another. It stands in the page: the next scan simply passes it. */
export function ReasonAsked({
  title,
  common,
  give,
  cancel,
}: {
  title: string;
  common: string[];
  give: (reason: string) => Promise<void>;
  cancel: () => void;
}) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const answer = async (reason: string) => {
    if (busy || reason.trim() === '') return;
    setBusy(true);
    await give(reason.trim());
    setBusy(false);
  };
  return (
    <form
      class="reasons"
      data-typing
      onSubmit={(e) => {
        e.preventDefault();
        void answer(text);
      }}
    >
      <h2>{title}</h2>
      <div class="reasons-common">
        {common.map((reason) => (
          <button
            class="button big"
            type="button"
            key={reason}
            disabled={busy}
            onClick={() => void answer(reason)}
          >
            {reason}
          </button>
        ))}
      </div>
      <div class="reasons-other">
        <input
          class="field"
          aria-label={t('reason.other')}
          placeholder={t('reason.other')}
          maxLength={200}
          value={text}
          onInput={(e) => setText(e.currentTarget.value)}
        />
        <button class="button big primary" type="submit" disabled={busy || text.trim() === ''}>
          {t('reason.send')}
        </button>
      </div>
      <button class="button big" type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </form>
  );
}
