import { describe, expect, it } from 'vitest';
import { nightMs } from '../../client/live/night-ms.ts';
import { reconnectDelayMs } from '../../client/live/reconnect-delay.ts';
import { openServerTime } from '../../client/live/server-time.ts';
import { wakingClock } from '../../client/live/waking-clock.ts';
import { minute, START_MS } from './make-live.ts';

describe('the server’s time on a device with a wrong clock', () => {
  it('starts from when the page was made', () => {
    expect(openServerTime(1_000_000, 50).at(150)).toBe(1_000_100);
  });

  it('is put right by a page’s first message where the page came from a cache', () => {
    const time = openServerTime(1_000_000, 50);
    time.heard(1_600_000, 150);
    expect(time.at(150)).toBe(1_600_000);
  });

  it('believes the message that was fastest on its way', () => {
    const time = openServerTime(0, 0);
    time.heard(1_000_000, 100);
    time.heard(1_060_000, 62_000);
    expect(time.at(62_000)).toBe(1_061_900);
  });

  it('follows a server whose clock was set back', () => {
    const time = openServerTime(1_000_000, 0);
    for (let sample = 1; sample <= 5; sample += 1) time.heard(900_000 + sample, sample);
    expect(time.at(5)).toBe(900_005);
  });
});

describe('a clock that counts sleep', () => {
  it('goes with the monotonic clock, whatever the wall clock is set to', () => {
    let [monotonic, wall] = [0, 5_000_000];
    const clock = wakingClock(
      () => monotonic,
      () => wall,
    );
    [monotonic, wall] = [1_000, 4_000_000];
    expect(clock()).toBe(1_000);
    [monotonic, wall] = [2_000, 4_001_500];
    expect(clock()).toBe(2_000);
  });

  it('counts an hour for which the lid was closed', () => {
    let [monotonic, wall] = [0, 5_000_000];
    const clock = wakingClock(
      () => monotonic,
      () => wall,
    );
    [monotonic, wall] = [10, 8_600_000];
    expect(clock()).toBe(3_600_000);
  });
});

describe('the night’s time', () => {
  it('is the server’s on a live night', () => {
    expect(nightMs({ at: null, nightAt: null, rate: 1 }, 1234)).toBe(1234);
  });

  it('runs at its rate from where a replay set it', () => {
    const clock = { at: minute(100), nightAt: minute(0), rate: 60 };
    expect(nightMs(clock, START_MS + 101 * 60_000)).toBe(START_MS + 60 * 60_000);
  });
});

describe('coming back after a loss', () => {
  it('waits 1 s at least and 15 s at most, longer the more tries have failed', () => {
    expect(reconnectDelayMs(0, () => 0)).toBe(1_000);
    expect(reconnectDelayMs(0, () => 1)).toBe(2_000);
    expect(reconnectDelayMs(2, () => 1)).toBe(8_000);
    expect(reconnectDelayMs(50, () => 1)).toBe(15_000);
    expect(reconnectDelayMs(50, () => 0)).toBe(1_000);
  });
});
