import { describe, expect, it } from 'vitest';
import { type Attempt, createOutbox, type Sending } from '../../client/desk/outbox.ts';
import type { ReportBody } from '../../client/desk/report-body.ts';
import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { keptMap } from './kept-map.ts';

function report(reportId: string): ReportBody {
  return {
    reportId,
    contest: 'c' as ContestId,
    unit: 'u' as UnitId,
    method: 'early',
    votes: { ['a' as ChoiceId]: 1 },
    status: 'partial',
  };
}

function sending(reportId: string, by = 'ann'): Sending {
  return { report: report(reportId), by, label: 'One', nightAt: instantOf(0) };
}

function accepted({ reportId }: ReportBody): Promise<Attempt> {
  return Promise.resolve({ reply: { reportId, outcome: 'accepted', seq: 1, version: 1 } });
}

const away = (): Promise<Attempt> => Promise.resolve({ unsent: 'away' });

describe('the desk while the server is away', () => {
  it('keeps what was published, says so, and sends it in order on return', async () => {
    let server = away as (report: ReportBody) => Promise<Attempt>;
    const seen: string[] = [];
    const outbox = createOutbox(keptMap(), (body) => server(body));
    outbox.put(sending('one'));
    outbox.put(sending('two'));
    await outbox.flush('ann');
    expect(outbox.store.getState()).toMatchObject({ trouble: 'away', answered: [] });
    expect(outbox.store.getState().waiting).toHaveLength(2);

    server = (body) => {
      seen.push(body.reportId);
      return accepted(body);
    };
    await outbox.flush('ann');
    expect(seen).toEqual(['one', 'two']);
    expect(outbox.store.getState()).toMatchObject({ trouble: null, waiting: [] });
    expect(outbox.store.getState().answered.map((each) => each.report.reportId)).toEqual([
      'two',
      'one',
    ]);
  });

  it('still has it after a reload, under the same id', async () => {
    const kept = keptMap();
    createOutbox(kept, away).put(sending('one'));
    const reloaded = createOutbox(kept, accepted);
    expect(reloaded.store.getState().waiting.map((each) => each.report.reportId)).toEqual(['one']);
    await reloaded.flush('ann');
    expect(createOutbox(kept, away).store.getState().waiting).toEqual([]);
  });

  it('loses nothing of either tab where two share the storage', () => {
    const kept = keptMap();
    const [left, right] = [createOutbox(kept, away), createOutbox(kept, away)];
    left.put(sending('one'));
    right.put(sending('two'));
    const reloaded = createOutbox(kept, away).store.getState().waiting;
    expect(reloaded.map((each) => each.report.reportId)).toEqual(['one', 'two']);
  });

  it('sends nobody’s report under another name', async () => {
    const kept = keptMap();
    createOutbox(kept, away).put(sending('one', 'ann'));
    const seen: string[] = [];
    const outbox = createOutbox(kept, (body) => {
      seen.push(body.reportId);
      return accepted(body);
    });
    await outbox.flush('ben');
    expect(seen).toEqual([]);
    expect(outbox.store.getState().waiting).toHaveLength(1);
    await outbox.flush('ann');
    expect(seen).toEqual(['one']);
  });

  it('sends each once, however often it is asked to send', async () => {
    const seen: string[] = [];
    const outbox = createOutbox(keptMap(), (body) => {
      seen.push(body.reportId);
      return accepted(body);
    });
    outbox.put(sending('one'));
    await Promise.all([outbox.flush('ann'), outbox.flush('ann'), outbox.flush('ann')]);
    expect(seen).toEqual(['one']);
  });
});
