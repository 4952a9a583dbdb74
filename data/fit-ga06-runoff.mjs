// Finds in which stage of the runoff's night each precinct could have come in, so that what was seen
// at each of the night's checkpoints is met. One order of many: data/README.md says what it is worth.

/** Precincts that come in within each stage; how many by 9:48 pm is not known, the votes are. */
const SIZES = [13, 6, 63, 17, 35, 23, 51];

/** Handel's share in percent at the end of each stage, from and below; the last one follows from the rest. */
const SHARES = [
  [48.6, 49.4],
  [50.02, 50.4],
  [50.6, 51.4],
  [51.6, 52.4],
  [51.6, 52.4],
  [50.6, 51.4],
];

/** The stage at whose end 190,000 votes were counted, and the one by whose end DeKalb was complete. */
const COUNTED = { stage: 4, votes: 190_000 };
const DEKALB_BY = 5;

const TRIES = 400_000;

/**
 * @param cells a precinct each: { county, handel, ossoff } of election day
 * @param early { handel, ossoff }: all that is in before the first of them
 * @param dekalbMail { handel, ossoff }
 * @returns each precinct's stage, 0 to 6, in the order of the precincts
 */
export function fitOrder(cells, early, dekalbMail) {
  const draw = drawing(20170620);
  const slots = SIZES.flatMap((size, stage) => Array(size).fill(stage));
  const stages = shuffled(slots, draw);
  let misfit = misfitOf(cells, stages, early, dekalbMail);
  for (let left = TRIES; left > 0 && misfit > 0; left--) {
    const [one, other] = [Math.floor(draw() * stages.length), Math.floor(draw() * stages.length)];
    swap(stages, one, other);
    const now = misfitOf(cells, stages, early, dekalbMail);
    if (now <= misfit || draw() < Math.exp((misfit - now) / (0.3 * (left / TRIES)))) misfit = now;
    else swap(stages, one, other);
  }
  if (misfit > 0) throw new Error(`no order was found that meets every checkpoint (${misfit})`);
  return stages;
}

/** 0 where every checkpoint is met. */
function misfitOf(cells, stages, early, dekalbMail) {
  const in_ = SIZES.map(() => ({ handel: 0, ossoff: 0 }));
  let misfit = 0;
  for (const [at, { county, handel, ossoff }] of cells.entries()) {
    in_[stages[at]].handel += handel;
    in_[stages[at]].ossoff += ossoff;
    if (county === 'DeKalb' && stages[at] > DEKALB_BY) misfit += 1;
  }
  let { handel, ossoff } = early;
  for (const [stage, [from, below]] of SHARES.entries()) {
    handel += in_[stage].handel + (stage === DEKALB_BY ? dekalbMail.handel : 0);
    ossoff += in_[stage].ossoff + (stage === DEKALB_BY ? dekalbMail.ossoff : 0);
    const share = (100 * handel) / (handel + ossoff);
    misfit += 10 * Math.max(0, from - share, share - below);
    if (stage === COUNTED.stage)
      misfit += Math.max(0, Math.abs(handel + ossoff - COUNTED.votes) - 400) / 500;
  }
  return misfit;
}

function swap(list, one, other) {
  [list[one], list[other]] = [list[other], list[one]];
}

function shuffled(list, draw) {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) swap(result, at, Math.floor(draw() * (at + 1)));
  return result;
}

/** Numbers from 0 to below 1, the same every time (mulberry32). */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
