import { expect, it } from 'vitest';
import { replyText } from '../../client/desk/reply-text.ts';
import type { ReportReply } from '../../client/desk/report-body.ts';

it('a report that somebody was quicker than is told without the names of fields', () => {
  const message = 'based on version 0, but the unit has version 1';
  const reply: ReportReply = {
    reportId: 'r1',
    outcome: 'refused',
    error: { code: 'conflict', message, path: 'basedOn' },
  };
  expect(replyText(reply, 'en')).toEqual({
    sign: 'stop',
    said: 'stopped: somebody else published this unit meanwhile',
  });
});
