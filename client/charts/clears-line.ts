import type { Line } from '../../shared/election/rule.ts';

/** Whether so many of so many votes clear the line, in whole numbers. */
export function clearsLine({ num, den, strict }: Line, votes: number, total: number): boolean {
  const lead = den * votes - num * total;
  return total > 0 && (strict ? lead > 0 : lead >= 0);
}
