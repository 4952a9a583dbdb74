import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Stage } from '../charts/stage.ts';

/** Longer than any one movement: places never wait longer than this for the numbers. */
const AT_MOST_MS = 2_700;

/**
 * The newest value once the stage's numbers have arrived at it: places follow values. Under a stream of updates they are let through
 * after a while all the same.
 */
export function useSettled<Value>(stage: Stage, value: Value): Value {
  const [settled, setSettled] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useLayoutEffect(() => {
    newest.current = value;
    const settle = () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      setSettled(newest.current);
    };
    if (!stage.moving) settle();
    else timer.current ??= setTimeout(settle, AT_MOST_MS);
    return stage.onLanded(settle);
  }, [stage, value]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return settled;
}
