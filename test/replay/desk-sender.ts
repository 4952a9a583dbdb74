import type { Desk } from '../../server/desk/desk.ts';
import { parseDefinition } from '../../server/election/parse-definition.ts';
import { groupSuperseding } from '../../server/http/group-superseding.ts';
import { idsInRecord } from '../../server/replay/ids-in-record.ts';
import type { Sender, Sent } from '../../server/replay/sender.ts';
import type { Step } from '../../server/replay/timeline.ts';
import { assertNever, present } from '../../shared/basics/assert.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Actor } from '../../shared/night/actor.ts';
import type { Answer } from '../../shared/night/decision.ts';
import type { Entry } from '../../shared/night/entry.ts';
import {
  parseAmend,
  parseCall,
  parseConfirmAmendment,
  parseConfirmCall,
  parseEndNotice,
  parseNotice,
  parseRelease,
  type SentCommand,
} from '../../shared/night/parse-commands.ts';
import { parseReports } from '../../shared/night/parse-reports.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import { actor } from '../night/make-night.ts';

const first = actor('first', 'admin');
const second = actor('second', 'editor');

/** Plays straight into a desk, by the same bodies as over HTTP. */
export function deskSender(desk: Desk, entries: () => Promise<readonly Entry[]>): Sender {
  async function give(command: Result<SentCommand, Refusal>, by: Actor = first): Promise<Sent> {
    return command.ok
      ? troubles(await desk.submit({ ...command.value, by }))
      : [command.reason.message];
  }

  async function reports(bodies: readonly object[]): Promise<Sent> {
    // As they come from a file or the network.
    const sent = parseReports(JSON.parse(JSON.stringify({ reports: bodies })));
    if (!sent.ok) return [sent.reason.message];
    const unread = sent.value.flatMap((report) => (report.ok ? [] : [report.reason.message]));
    const read = sent.value.flatMap((report) => (report.ok ? [report.value] : []));
    const given = groupSuperseding(read).map((group) =>
      desk.submit({ type: 'report', reports: group, by: first }).then(troubles),
    );
    return [...unread, ...(await Promise.all(given)).flat()];
  }

  async function both(one: Promise<Sent>, other: () => Promise<Sent>): Promise<Sent> {
    return [...(await one), ...(await other())];
  }

  return {
    async load(text) {
      const read = parseDefinition(text);
      if (!read.ok) return read.reason.map(({ message }) => message);
      return give({
        ok: true,
        value: { type: 'load-election', election: read.value, reset: false },
      });
    },
    setClock: (election, nightAt, rate) =>
      give({ ok: true, value: { type: 'set-clock', election, nightAt, rate } }),
    async send(step: Step) {
      switch (step.type) {
        case 'reports':
          return reports(step.reports);
        case 'release': {
          const holds = [...desk.board.holds.values()].filter(
            ({ state, contest, reports }) =>
              state === 'pending' &&
              contest === step.contest &&
              reports.some(({ unit, method }) => unit === step.unit && method === step.method),
          );
          const given = holds.map(({ holdId }) => give(parseRelease(holdId, {}), second));
          return (await Promise.all(given)).flat();
        }
        case 'notice':
          return give(parseNotice(step.body));
        case 'end-notice':
          return give(parseEndNotice(step.noticeId, {}));
        case 'call': {
          const seen = () => present(desk.board.contests.get(step.contest), 'contest').seq;
          return both(give(parseCall(step.body)), () =>
            give(parseConfirmCall(step.callId, { seq: seen() }), second),
          );
        }
        case 'amend':
          return both(give(parseAmend(step.contest, step.body)), () =>
            give(parseConfirmAmendment(step.amendId, {}), second),
          );
        default:
          return assertNever(step);
      }
    },
    async counted(id) {
      const { contest, cells, seq } = present(desk.board.contests.get(id), 'contest');
      const units = contest.units.map((unit) => ({
        unit: unit.id,
        methods: Object.fromEntries(cells.get(unit.id) ?? []),
      }));
      return { seq, units };
    },
    idsOnRecord: (election) =>
      idsInRecord(election, async (after) => {
        const all = await entries();
        const page = all.filter(({ seq }) => seq > after).slice(0, 100);
        return {
          head: { seq: all.length },
          entries: page.map((entry) => ({ ...entry, body: JSON.stringify(entry.body) })),
        };
      }),
  };
}

function troubles(answer: Result<Answer, Refusal>): Sent {
  if (!answer.ok) return [`${answer.reason.code}: ${answer.reason.message}`];
  if (answer.value.type !== 'report') return [];
  return answer.value.outcomes.flatMap((outcome) =>
    outcome.outcome === 'held'
      ? [`${outcome.reportId} is held: ${outcome.checks.map(({ code }) => code).join(', ')}`]
      : [],
  );
}
