import type { Call } from '../count/call.ts';
import type { Definition } from '../election/definition.ts';
import { lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import { calledKey, decisiveCall } from './called.ts';
import { finalSentence } from './final-sentence.ts';
import type { Draft, Known } from './known.ts';
import { leftArgs } from './left-args.ts';
import { placeArgs } from './place-args.ts';
import { placesToFill } from './places-to-fill.ts';
import { provedSentence } from './proved-sentence.ts';

/** The one line that answers who, over or under the line, by how much, and how much is left. */
export function sentenceOf(known: Known): Draft {
  // What is certified goes before what is called, that before what is proved, that before the count.
  const { definition, tally, counted, outcome } = known;
  const { contest } = definition;
  if (outcome.state === 'uncontested')
    return { key: 'uncontested', args: { names: namesOf(contest, outcome.winners) } };
  if (contest.certified !== null && counted > 0) return finalSentence(known);
  const call = decisiveCall(known.calls.filter(({ contradicted }) => !contradicted));
  if (call !== null) return calledSentence(known, call);
  if (!tally.open) return beforeClose(definition);
  return provedSentence(known) ?? countSentence(known);
}

/** A call, and the count beside it: one is not the other. */
function calledSentence(known: Known, call: Call): Draft {
  const { args } = countSentence(known);
  const names = namesOf(known.definition.contest, call.choices);
  const source = call.source === null ? {} : { source: call.source };
  const state = known.counted === 0 ? 'state.nothing-counted' : 'counting';
  return { key: `called.${calledKey(call)}`, args: { ...args, names, ...source, state } };
}

/** The count as it stands, before anything is certain, called or certified. */
function countSentence(known: Known): Draft {
  const { definition, counted, outstanding } = known;
  if (counted === 0) return { key: 'nothing-counted', args: {} };
  const args = { ...placeArgs(known), ...leftArgs(known) };
  const { expectedTotal } = outstanding;
  const isEarly = expectedTotal !== null && counted * 20 < expectedTotal;
  const { rule } = definition.contest;
  const isAboutLeader = lineOf(rule) !== null || placesToFill(rule) === 1;
  const isSaid = isEarly && isAboutLeader && 'name' in args;
  return { key: isSaid ? 'early' : 'counting', args };
}

function beforeClose({ contest, election }: Definition): Draft {
  if (contest.pollsClose === null) return { key: 'nothing-counted', args: {} };
  return {
    key: 'before-close',
    args: { closes: contest.pollsClose, timeZone: election.timeZone },
  };
}
