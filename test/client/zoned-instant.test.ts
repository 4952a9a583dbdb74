import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownTime, zonedInstant } from '../../client/desk/zoned-instant.ts';
import { instantOf } from '../../shared/basics/instant.ts';

const NEW_YORK = 'America/New_York';

it.each([
  ['2017-04-18T23:02', NEW_YORK, '2017-04-19T03:02:00.000Z'],
  ['2017-12-18T23:02', NEW_YORK, '2017-12-19T04:02:00.000Z'],
  // The clocks went back at 2 that morning: 0:30 is still summer, 3:30 winter.
  ['2026-11-01T00:30', NEW_YORK, '2026-11-01T04:30:00.000Z'],
  ['2026-11-01T03:30', NEW_YORK, '2026-11-01T08:30:00.000Z'],
  ['2017-04-18T23:02', 'Asia/Kathmandu', '2017-04-18T17:17:00.000Z'],
])('%s in %s is %s, and shown as it was', (shown, zone, at) => {
  const instant = zonedInstant(shown, zone);
  expect(instant).toBe(at);
  expect(shownTime(instantOf(Date.parse(at)), zone)).toBe(shown);
});

it('a time that a clock has shown is found again, through every change of the clocks', () => {
  const zones = fc.constantFrom(NEW_YORK, 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const minutes = fc.integer({ min: 0, max: 60 * 366 * 24 * 60 });
  fc.assert(
    fc.property(zones, minutes, (zone, minute) => {
      const shown = shownTime(instantOf(minute * 60_000), zone);
      const found = zonedInstant(shown, zone);
      expect(found && shownTime(found, zone)).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

it('is nothing where no time is given', () => {
  expect(zonedInstant('', NEW_YORK)).toBeNull();
  expect(zonedInstant('tomorrow', NEW_YORK)).toBeNull();
});
