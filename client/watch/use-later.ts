import { type ComponentType, type RefObject, useEffect, useState } from 'react';

const AGAIN_MS = 5_000;
/** How far below the screen something is fetched. */
const NEAR = '600px';

/**
 * A component whose script is fetched only once a reader comes near its place; null until it is
 * there. One that could not be fetched is tried again: its place stays empty meanwhile.
 */
export function useLater<Props>(
  place: RefObject<Element | null>,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> | null {
  const near = useNear(place);
  const [component, setComponent] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (!near) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = () =>
      load().then(
        (loaded) => setComponent(() => loaded),
        () => {
          if (!gone) timer = setTimeout(ask, AGAIN_MS);
        },
      );
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [near, load]);
  return component;
}

function useNear(place: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    // Where nobody can tell, the page does without: the same numbers stand elsewhere on it.
    if (place.current === null || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: NEAR },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return near;
}
