import { type RefObject, useEffect, useRef } from 'react';
import type { Stage } from '../charts/stage.ts';

const FADE_MS = 120;

/** Where numbers change without moving, a short fade says that something did. */
export function useFade<Node extends Element>(stage: Stage): RefObject<Node | null> {
  const node = useRef<Node>(null);
  useEffect(
    () =>
      stage.onLanded((jumped) => {
        if (jumped) node.current?.animate({ opacity: [0.5, 1] }, { duration: FADE_MS });
      }),
    [stage],
  );
  return node;
}
