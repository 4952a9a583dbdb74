/** What stands beside the pictures, in English. Spanish has the same keys, which the compiler sees to. */
export const chartsEn = {
  countMoved: 'How the count has moved',
  countMovedPlain: 'Each step is a batch of reports.',
  countMovedNote: (name: string) =>
    `Each step is a batch of reports. The shaded band runs from where ${name} would end with none of the votes expected to be out to where ${name} would end with all of them.`,
  countMovedNoteHard: (name: string) =>
    `Each step is a batch of reports. The shaded band is every final share that ${name} can still reach.`,
  countMovedNoteDone: (name: string) =>
    `Each step is a batch of reports. The shaded band is every final share that was open to ${name} at each point, of the votes that came.`,

  needsShare: (share: string) => `needs ${share}`,
  countedSoFar: 'Counted so far',
  placeAndMethod: (place: string, method: string) => `${place}, ${method}`,
  needsOfAtMost: (name: string, share: string, votes: string) =>
    `Certain is only what holds whoever votes: at most ${votes} votes can still come, and of all those ${name} needs ${share}.`,

  whereOut: 'Where the votes are still out',
  whereOutNote: (name: string, share: string) =>
    `By the estimate. A dot is the share of ${name} in what is counted there so far; the line is the ${share} that ${name} needs of what is still out.`,
  whereOutNoteNoLine: 'By the estimate.',
  nothingThere: 'Nothing counted there yet.',
  dotsOver: (name: string) => `A full dot is at or over what ${name} needs, an open one under it.`,

  byMethod: 'How the votes were cast',
  byMethodNote: (name: string) =>
    `The share of ${name} in each kind of vote, against the same line.`,
  nothingCounted: 'none yet',
  completeIn: (complete: string, units: string) => `complete in ${complete} of ${units}`,
};

export type ChartWords = typeof chartsEn;
