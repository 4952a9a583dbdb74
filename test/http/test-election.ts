/** A small night: two candidates and a write-in line over the majority line, three precincts. */
export const TEST_ELECTION = {
  id: 'test-night',
  name: 'Test night',
  date: '2017-04-18',
  timeZone: 'America/New_York',
  parties: [{ id: 'D', name: 'Democratic' }],
  contests: [
    {
      id: 'mayor',
      name: 'Mayor',
      kind: 'candidate',
      rule: { type: 'majority', advance: 2 },
      methods: ['election-day', 'early'],
      pollsClose: '2017-04-18T19:00:00-04:00',
      choices: [
        { id: 'ana', name: 'Ana', party: 'D' },
        { id: 'constructor', name: 'Ben' },
        { id: 'write-in', name: 'Write-in', writeIn: true },
      ],
      units: [
        { id: 'north/1', name: 'North 1', parent: 'North', registered: 1000 },
        { id: 'north/2', name: 'North 2', parent: 'North', registered: 1000 },
        { id: 'south/1', name: 'South 1', parent: 'South', registered: 1000 },
      ],
    },
  ],
};

/** The same, as a night that is played: it opens by its own clock. */
export const PLAYED_ELECTION = { ...TEST_ELECTION, labels: ['reconstructed-order'] };

/** A complete election-day count of North 1, unless said otherwise. */
export function testReport(reportId: string, more: object = {}): object {
  return {
    reportId,
    contest: 'mayor',
    unit: 'north/1',
    method: 'election-day',
    votes: { ana: 300, constructor: 120, 'write-in': 2 },
    status: 'complete',
    ...more,
  };
}
