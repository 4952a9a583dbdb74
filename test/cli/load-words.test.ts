import { expect, it } from 'vitest';
import { loadWords } from '../../server/cli/load-words.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { ElectionChange } from '../../shared/night/election-changes.ts';

const MAYOR = 'mayor' as ContestId;
const answer = { id: 'town', state: 'loaded', repeated: false };

function change(of: Partial<ElectionChange>): ElectionChange {
  const unit = { what: 'unit', contest: MAYOR, id: 'hill/north', name: 'North' } as const;
  return { change: 'added', ...unit, was: null, fields: [], ...of };
}

it.each([
  [{ ...answer }, ['town: loaded']],
  [{ ...answer, repeated: true }, ['town: is loaded already; nothing has changed']],
  [{ ...answer, state: 'reset', changes: [] }, ['town: emptied, and loaded anew']],
  [
    {
      ...answer,
      changes: [
        change({
          change: 'renamed',
          what: 'contest',
          contest: null,
          id: 'mayor',
          name: 'Mayor of Hill',
          was: 'Mayor',
        }),
        change({}),
        change({ change: 'amended', fields: ['registered', 'expected'] }),
        change({ change: 'kept', what: 'choice', id: 'ann', name: 'Ann' }),
        change({ change: 'dropped', what: 'party', contest: null, id: 'D', name: 'Democratic' }),
      ],
    },
    [
      'town: loaded again',
      '  renamed: contest mayor, now “Mayor of Hill”, before “Mayor”',
      '  added: unit hill/north of mayor, “North”',
      '  amended: unit hill/north of mayor (registered, expected)',
      '  kept: choice ann of mayor, “Ann”; the file leaves this out, but what has votes is never dropped',
      '  dropped: party D, “Democratic”',
    ],
  ],
] as const)('says what loading did: %j', (loaded, lines) => {
  expect(loadWords(loaded)).toEqual(lines);
});

it('names five of many and counts the others', () => {
  const changes = Array.from({ length: 208 }, (_, at) => change({ id: `cobb/${at}` }));
  expect(loadWords({ ...answer, changes })).toEqual([
    'town: loaded again',
    '  added: 208 units of mayor: cobb/0, cobb/1, cobb/2, cobb/3, cobb/4 and 203 more',
  ]);
});
