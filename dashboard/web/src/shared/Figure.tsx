import { useEffect, useRef } from 'preact/hooks';
import { number } from './language';

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** A number from the server, in tabular figures. It glows when it changes, so that an eye finds what is moving; null shows its shape. */
export function Figure({ value, text }: { value: number | null | undefined; text?: string }) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(value);
  useEffect(() => {
    const changed = typeof before.current === 'number' && before.current !== value;
    before.current = value;
    if (!changed || still.matches || !element.current) return;
    const glow = getComputedStyle(element.current).getPropertyValue('--glow');
    element.current.animate([{ backgroundColor: glow }, { backgroundColor: 'transparent' }], 600);
  }, [value]);
  if (value === null || value === undefined) return <span class="figure skeleton">00</span>;
  return (
    <span class="figure" ref={element}>
      {text ?? number(value)}
    </span>
  );
}
