import { z } from 'zod';
import type { Tally } from '../../../shared/count/tally.ts';
import { byMethod, instant, seq, votesByChoice, whole } from './part-schemas.ts';
import { amendment, callFields, correction, notice } from './standing-schemas.ts';

/** What the socket sends of a contest, and what every standing follows from. */

const units = z
  .object({ complete: whole, partial: whole, none: whole })
  .meta({ description: 'Precincts, by the methods that make one “reporting”.' });

const methodTally = z.object({
  votes: votesByChoice,
  ballots: whole,
  units: whole.meta({ description: 'Units that have this method.' }),
  complete: whole.meta({ description: 'Those of them in which it is complete.' }),
});

const county = z.object({
  votes: byMethod(votesByChoice),
  units,
  expectedOut: whole.meta({ description: 'Ballots that the expected vote still has out here.' }),
});

const out = z
  .object({
    incomplete: whole,
    byGroup: z.object({ registration: whole, turnout: whole, unknown: whole }),
    byRegistration: z.object({ ballots: whole, unknown: whole, overBound: whole }),
    overBound: whole,
    expected: whole.nullable(),
    expectedUnknown: whole,
    overExpected: whole,
  })
  .meta({ description: 'Ballots that may still come from the units, by source.' });

export const tallySchema = z.object({
  open: z.boolean().meta({ description: 'Whether the polls have closed: before, all is 0.' }),
  votes: votesByChoice,
  ballots: whole.meta({ description: 'From which these votes were counted.' }),
  methods: byMethod(methodTally),
  counties: z.record(z.string(), county).meta({ description: 'By the names of the definition.' }),
  units,
  out,
  calls: z.array(z.object(callFields)).meta({ description: 'Oldest first; also those retracted.' }),
  notices: z.array(notice).meta({ description: 'Oldest first; also those that have ended.' }),
  holds: whole.meta({ description: 'Reports that wait for a person; 0 before the polls close.' }),
  locked: z.boolean(),
  corrections: z.array(correction).meta({ description: 'Oldest first, the newest 20.' }),
  amendments: z
    .array(amendment)
    .meta({ description: 'Oldest first, the newest 20.' })
    .exactOptional(),
  asOf: instant.nullable().meta({ description: 'The newest report’s night time.' }),
  lastChange: z
    .object({
      seq,
      at: instant,
      nightAt: instant,
      kind: z.enum([
        'report',
        'correction',
        'call',
        'notice',
        'amendment',
        'clock',
        'polls-closed',
        'other',
      ]),
      county: z.string().nullable(),
    })
    .nullable(),
  clock: z
    .object({ at: instant.nullable(), nightAt: instant.nullable(), rate: z.number().min(0) })
    .meta({ description: 'The night’s clock goes `rate` times as fast from `at` = `nightAt` on.' }),
}) satisfies z.ZodType<Tally>;
