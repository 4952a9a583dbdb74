import { present } from '../../shared/basics/assert.ts';
import type { Call } from '../../shared/count/call.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { judgedCalls } from '../../shared/results/judged-calls.ts';
import type { ChoiceStanding, Standing } from '../../shared/results/standing.ts';

/** What a call would say. */
export type CallSaid = Pick<Call, 'type' | 'choices'>;

/** What arithmetic has to say of a call, made or not. */
export type CallWeight = 'proved' | 'open' | 'contradicted';

export function weighCall(
  { contest }: Pick<Definition, 'contest'>,
  standing: Standing,
  said: CallSaid,
): CallWeight {
  const { state } = standing.outcome;
  const proof = { state, statuses: standing.choices.map(({ status }) => status) };
  const unmade = { callId: '', source: null, reason: null, nightAt: standing.nightAt, seq: 0 };
  // `as`: when it is made is none of what it is judged by.
  const call = { ...unmade, ...said, state: 'public', retraction: null } as Call;
  const [judged] = judgedCalls(contest, [call], proof);
  if (present(judged, 'judged call').contradicted) return 'contradicted';
  return isProved(standing, said) ? 'proved' : 'open';
}

function isProved({ outcome, choices }: Standing, said: CallSaid): boolean {
  const all = (wanted: ChoiceStanding['status']) =>
    said.choices.every((id) => choices.some((one) => one.id === id && one.status === wanted));
  switch (said.type) {
    case 'winner':
      return said.choices.length > 0 && all('win-certain');
    case 'runoff':
      return outcome.state === 'runoff-certain' && all('through');
    case 'advance':
      return said.choices.length > 0 && all('through');
    case 'too-early':
    case 'too-close':
      return false;
  }
}
