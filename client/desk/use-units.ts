import { useEffect, useRef, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import { useDeskTools } from './desk-tools.tsx';
import type { UnitList } from './listed-unit.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * The contest's units, asked for anew once the contest has moved on: at most once a second, since a
 * night in full swing changes ten times as often. null until the first answer.
 * @param seq of the contest's last change
 */
export function useUnits(contest: ContestId, seq: number): UnitList | null {
  const { api, every } = useDeskTools();
  const [list, setList] = useState<{ contest: ContestId; units: UnitList } | null>(null);
  const wanted = useRef(seq);
  wanted.current = seq;
  useEffect(() => {
    let had = -1;
    let underWay = false;
    let over = false;
    const ask = () => {
      const now = wanted.current;
      if (underWay || had >= now) return;
      underWay = true;
      api
        .units(contest)
        .then(
          (units) => {
            had = Math.max(now, units.seq);
            if (!over) setList({ contest, units });
          },
          // The next look asks again.
          () => {},
        )
        .finally(() => {
          underWay = false;
        });
    };
    ask();
    const stop = every(LOOK_EVERY_MS, ask);
    return () => {
      over = true;
      stop();
    };
  }, [api, every, contest]);
  return list?.contest === contest ? list.units : null;
}
