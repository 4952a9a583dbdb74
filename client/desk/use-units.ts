import { useEffect, useRef, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Position } from '../../shared/wire/messages.ts';
import { useDeskTools } from './desk-tools.tsx';
import type { UnitList } from './listed-unit.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * The contest's units, asked for anew once the contest has moved on: at most once a second, since a
 * night in full swing changes ten times as often. null until the first answer.
 * @param position of the contest's last change
 */
export function useUnits(contest: ContestId, position: Position): UnitList | null {
  const { api, every } = useDeskTools();
  const [list, setList] = useState<{ contest: ContestId; units: UnitList } | null>(null);
  const place = `${position.epoch} ${position.seq}`;
  const wanted = useRef(place);
  wanted.current = place;
  useEffect(() => {
    let had: string | null = null;
    let underWay = false;
    let over = false;
    const ask = () => {
      const now = wanted.current;
      if (underWay || had === now) return;
      underWay = true;
      api
        .units(contest)
        .then(
          (units) => {
            had = now;
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
