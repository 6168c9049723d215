import { useRef, useState } from 'preact/hooks';
import { CheckIcon, CopyIcon } from '../shared/icons';
import { t } from '../shared/language';

/** A link that is shown this once, to be copied and handed to one person. */
export function Once({ title, link, done }: { title: string; link: string; done: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // without a secure connection browsers give no clipboard; the link stands selected, and the keyboard copies it
    }
  };
  return (
    <section class="once" role="status">
      <h3>{title}</h3>
      <div class="once-row">
        <input
          ref={field}
          class="field"
          readOnly
          aria-label={title}
          value={link}
          onFocus={(e) => e.currentTarget.select()}
        />
        <button class="button big primary" type="button" onClick={() => void copy()}>
          {copied ? <CheckIcon /> : <CopyIcon />}
          {copied ? t('admin.copied') : t('admin.copy')}
        </button>
        <button class="button big" type="button" onClick={done}>
          {t('admin.done')}
        </button>
      </div>
      <p class="quiet">{t('admin.once')}</p>
    </section>
  );
}
