import type { Definition } from '../election/definition.ts';
import { lineOf } from '../election/rule.ts';
import { namesOf } from './because.ts';
import { calledKey, decisiveCall } from './called.ts';
import { finalSentence } from './final-sentence.ts';
import type { Draft, Known } from './known.ts';
import { leftArgs } from './left-args.ts';
import { placeArgs } from './place-args.ts';
import { provedSentence } from './proved-sentence.ts';
import { sentenceText } from './sentence-text.ts';
import type { Sentence } from './standing.ts';

/** The one line that answers who, over or under the line, by how much, and how much is left. */
export function sentenceOf(known: Known): Sentence {
  const { key, args } = draft(known);
  return { key, args, text: sentenceText({ key, args }, 'en') };
}

/** What is certified goes before what is called, that before what is proved, that before the count. */
function draft(known: Known): Draft {
  const { definition, tally, counted, outcome } = known;
  const { contest } = definition;
  if (outcome.state === 'uncontested')
    return { key: 'uncontested', args: { names: namesOf(contest, outcome.winners) } };
  if (contest.certified !== null && counted > 0) return finalSentence(known);
  const call = decisiveCall(tally.calls);
  if (call !== null) {
    const state = countSentence(known);
    const names = namesOf(contest, call.choices);
    const source = call.source === null ? {} : { source: call.source };
    return {
      key: `called.${calledKey(call)}`,
      args: { ...state.args, names, ...source, state: stateKey(known) },
    };
  }
  if (!tally.open) return beforeClose(definition);
  return provedSentence(known) ?? countSentence(known);
}

function stateKey({ counted }: Known): string {
  return counted === 0 ? 'state.nothing-counted' : 'counting';
}

/** The count as it stands, before anything is certain, called or certified. */
function countSentence(known: Known): Draft {
  const { definition, counted, outstanding } = known;
  if (counted === 0) return { key: 'nothing-counted', args: {} };
  const args = { ...placeArgs(known), ...leftArgs(known) };
  const { expectedTotal } = outstanding;
  const isEarly = expectedTotal !== null && counted * 20 < expectedTotal;
  return { key: isEarly && lineOf(definition.contest.rule) !== null ? 'early' : 'counting', args };
}

function beforeClose({ contest, election }: Definition): Draft {
  if (contest.pollsClose === null) return { key: 'nothing-counted', args: {} };
  return {
    key: 'before-close',
    args: { closes: contest.pollsClose, timeZone: election.timeZone },
  };
}
