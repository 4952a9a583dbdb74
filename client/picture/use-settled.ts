import { useEffect, useRef, useState } from 'react';
import type { Stage } from '../charts/stage.ts';

/** Longer than any one movement: words never wait longer than this for the numbers. */
const AT_MOST_MS = 2_500;

/**
 * The newest value once the stage's numbers have arrived at it: words and places follow the
 * numbers, so that what stands on the page agrees. Under a stream of updates they are let through
 * after a while all the same.
 */
export function useSettled<Value>(stage: Stage, value: Value): Value {
  const [settled, setSettled] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
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
