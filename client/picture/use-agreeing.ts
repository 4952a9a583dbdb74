import { useLayoutEffect, useRef, useState } from 'react';
import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { type Frame, shareIn } from '../charts/frame.ts';
import type { Stage } from '../charts/stage.ts';

/**
 * The newest standing as soon as everyone's painted number is on the side of the line that it says:
 * words wait for a crossing, and for nothing else.
 */
export function useAgreeing(stage: Stage, newest: Standing, line: Line | null): Standing {
  const [agreeing, setAgreeing] = useState(newest);
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
    const look = (frame: Frame) => {
      if (agrees(frame, latest.current, line)) setAgreeing(latest.current);
    };
    look(stage.frame);
    return stage.paint(look);
  }, [stage, newest, line]);
  return agreeing;
}

function agrees(frame: Frame, { choices, counted }: Standing, line: Line | null): boolean {
  return choices.every(({ id, share, overLine }) => {
    if (share === null && counted > 0) return true;
    const { num, den } = shareIn(frame, id);
    if (den === 0 || counted === 0) return den === 0 && counted === 0;
    return line === null || clears(num, den, line) === overLine;
  });
}
