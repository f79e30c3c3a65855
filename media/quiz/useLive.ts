import { useRef, useState } from 'preact/hooks';

/** State that is read as it is now, not as it was drawn: two keys may come before the page is drawn again. */
export function useLive<T>(initial: () => T): { readonly get: () => T; readonly set: (value: T) => void } {
  const [first, redraw] = useState(initial);
  const live = useRef(first);
  return {
    get: () => live.current,
    set: (value) => {
      live.current = value;
      redraw(() => value);
    },
  };
}
