import { type RefObject, useLayoutEffect, useRef } from 'react';
import { cssEasing, PLACE_EASING } from './easing.ts';

const PLACE_MS = 700;
const STAGGER_MS = 40;

/**
 * Lets the rows of a list slide to their new places when their order changes, whoever rises in
 * front. Rows carry `data-id`; the compositor moves them.
 */
export function useSlidingPlaces(order: readonly string[]): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const tops = useRef(new Map<string, number>());
  const key = order.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: places change with the order alone
  useLayoutEffect(() => {
    if (list.current === null) return;
    const before = tops.current;
    const rows = rowsOf(list.current);
    tops.current = new Map(rows.map(({ id, node }) => [id, node.offsetTop]));
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const moved = rows.filter(
      ({ id, node }) => (before.get(id) ?? node.offsetTop) !== node.offsetTop,
    );
    for (const [at, { id, node }] of moved.entries()) {
      slide(node, (before.get(id) ?? 0) - node.offsetTop, at);
    }
  }, [key]);
  return list;
}

function rowsOf(list: HTMLElement): { id: string; node: HTMLElement }[] {
  return [...list.querySelectorAll<HTMLElement>('[data-id]:not([hidden])')].map((node) => ({
    id: node.dataset.id ?? '',
    node,
  }));
}

function slide(node: HTMLElement, distance: number, at: number): void {
  // A row that is still on its way starts from where it is seen.
  const seen = distance + new DOMMatrix(getComputedStyle(node).transform).m42;
  for (const running of node.getAnimations()) running.cancel();
  const inFront = seen > 0 ? '1' : '0';
  node.animate(
    [
      { transform: `translateY(${seen}px)`, zIndex: inFront },
      { transform: 'translateY(0)', zIndex: inFront },
    ],
    {
      duration: PLACE_MS,
      delay: at * STAGGER_MS,
      easing: cssEasing(PLACE_EASING),
      fill: 'backwards',
    },
  );
}
