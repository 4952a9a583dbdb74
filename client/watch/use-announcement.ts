import { useEffect, useRef, useState } from 'react';
import type { Definition } from '../../shared/election/definition.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';
import { announcementOf, urgentOf } from './announcement.ts';

const AT_MOST_EVERY_MS = 30_000;

/**
 * What is read out: at most one message in 30 seconds, of the newest state. A crossing, a call or a
 * correction does not wait, but only one of them in that time.
 */
export function useAnnouncement(
  definition: Definition,
  standing: Standing,
  language: Language,
): string {
  const [message, setMessage] = useState('');
  const before = useRef(standing);
  const spoken = useRef({ atMs: Number.NEGATIVE_INFINITY, urgent: false });
  useEffect(() => {
    if (before.current === standing) return;
    const urgent = urgentOf(definition, before.current, standing, language);
    before.current = standing;
    const dueMs = Math.max(0, spoken.current.atMs + AT_MOST_EVERY_MS - performance.now());
    const jumps = urgent !== null && (dueMs === 0 || !spoken.current.urgent);
    const timer = setTimeout(
      () => {
        spoken.current = { atMs: performance.now(), urgent: urgent !== null };
        setMessage(urgent ?? announcementOf(definition, standing, language));
      },
      jumps ? 0 : dueMs,
    );
    return () => clearTimeout(timer);
  }, [definition, standing, language]);
  return message;
}
