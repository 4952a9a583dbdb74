import { describe } from 'vitest';
import { expectNights } from './expect-nights.ts';

// A file of its own, for the second core.
describe('a night under a server that is killed', () => {
  expectNights(26, 50, ['hold-released', 'call-retracted', 'certainty-withdrawn', 'amended']);
});
