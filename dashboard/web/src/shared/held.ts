import { useRef, useState } from 'preact/hooks';

/**
 * A list that stands still while a finger, a pointer or the keyboard is on it, so that a row is never pulled away from under it.
 * It catches up when it is let go.
 */
export function useHeld<T>(list: T) {
  const [held, setHeld] = useState(false);
  const shown = useRef(list);
  if (!held) shown.current = list;
  return {
    list: shown.current,
    waits: held && shown.current !== list,
    hold: {
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onPointerCancel: () => setHeld(false),
      onFocusIn: () => setHeld(true),
      onFocusOut: () => setHeld(false),
    },
  };
}
