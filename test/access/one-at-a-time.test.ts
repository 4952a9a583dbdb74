import fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../server/access/one-at-a-time.ts';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { act: () => done, end };
}

it('begins nothing before what came first has ended', async () => {
  const queue = oneAtATime({ mostWaiting: 10, mostOfOne: 10 });
  const order: string[] = [];
  const first = held();
  const one = queue('a', async () => {
    await first.act();
    order.push('first');
  });
  const two = queue('b', async () => void order.push('second'));
  await Promise.resolve();
  expect(order).toEqual([]);
  first.end();
  await Promise.all([one, two]);
  expect(order).toEqual(['first', 'second']);
});

it('takes no more than it can hold, nor than one sender’s share, and takes more once some are done', async () => {
  const queue = oneAtATime({ mostWaiting: 3, mostOfOne: 2 });
  const first = held();
  const running = [queue('a', first.act), queue('a', async () => {})];
  expect(queue('a', async () => {})).toBeNull();
  running.push(queue('b', async () => {}));
  expect(queue('c', async () => {})).toBeNull();
  first.end();
  await Promise.all(running);
  await expect(queue('c', async () => 'let in')).resolves.toBe('let in');
});

it('goes on after work that fails', async () => {
  const queue = oneAtATime({ mostWaiting: 2, mostOfOne: 2 });
  const failed = queue('a', () => Promise.reject(new Error('no memory')));
  const next = queue('a', async () => 'next');
  await expect(failed).rejects.toThrow('no memory');
  await expect(next).resolves.toBe('next');
});

it('never does two things at once, whoever comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c')), async (senders) => {
      const queue = oneAtATime({ mostWaiting: 8, mostOfOne: 4 });
      let busy = 0;
      let most = 0;
      const act = async () => {
        busy += 1;
        most = Math.max(most, busy);
        await Promise.resolve();
        busy -= 1;
      };
      await Promise.all(senders.map((who) => queue(who, act)));
      expect(most).toBeLessThanOrEqual(1);
      expect(queue('a', act)).not.toBeNull();
    }),
  );
});
