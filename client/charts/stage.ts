import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import { type Figures, sameFigures } from './figures.ts';
import { type Frame, figuresIn, frameAtRest } from './frame.ts';
import { durationMs, frameAfter, type Movement, movementOf } from './movement.ts';

/** The screen's own time: the browser's, or a test's. */
export interface Ticker {
  nowMs(): number;
  /** Calls back before the next picture. */
  onNextFrame(callback: () => void): void;
  /** Whether whoever looks asked for less motion. */
  still(): boolean;
}

/** Puts a frame on the screen. Runs for every frame of a movement: no layout may be read in it. */
export type Painter = (frame: Frame) => void;

export interface StageOptions {
  readonly figures: Figures;
  readonly line: Line | null;
  readonly ticker: Ticker;
}

/**
 * Moves numbers and bars outside React, all in one loop, so that they agree in every frame. The
 * latest state wins: one that comes while another is on its way starts from what is shown. At rest
 * no frame is asked for.
 */
export class Stage {
  readonly #ticker: Ticker;
  readonly #line: Line | null;
  readonly #painters = new Set<Painter>();
  readonly #landed = new Set<(jumped: boolean) => void>();
  #frame: Frame;
  #movement: Movement | null = null;
  #startedAtMs: number | null = null;
  /** When the last frame of a movement was put. */
  #putAtMs: number | null = null;
  #asked = false;

  constructor({ figures, line, ticker }: StageOptions) {
    this.#frame = frameAtRest(figures);
    this.#line = line;
    this.#ticker = ticker;
  }

  /** What is on the screen now. */
  get frame(): Frame {
    return this.#frame;
  }

  /** Whether anything is on its way. */
  get moving(): boolean {
    return this.#movement !== null;
  }

  /** @returns ends the painting */
  paint(painter: Painter): () => void {
    this.#painters.add(painter);
    return () => this.#painters.delete(painter);
  }

  /** Told each time the numbers have arrived; `jumped` where they did so without moving. */
  onLanded(listener: (jumped: boolean) => void): () => void {
    this.#landed.add(listener);
    return () => this.#landed.delete(listener);
  }

  /** @param corrected choices whose numbers a correction changes */
  show(figures: Figures, corrected?: ReadonlySet<ChoiceId>): void {
    if (sameFigures(figures, this.#movement?.to ?? this.#frame.to)) return;
    // Out of nothing there is no way: shares that grew from the edge would never have been anybody's.
    if (this.#ticker.still() || this.#frame.to.counted === 0) {
      this.#land(figures, true);
      return;
    }
    // It goes on from the moment that what is shown was put: were it from its own first frame, a
    // screen slower than the updates would never get anywhere.
    this.#startedAtMs = this.#movement === null ? null : this.#putAtMs;
    // Nor does one that is overtaken hold at the line: under a stream of updates it would hold for ever.
    const line = this.#movement === null ? this.#line : null;
    this.#movement = movementOf(figuresIn(this.#frame), figures, line, corrected);
    this.#ask();
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#ticker.onNextFrame(() => {
      this.#asked = false;
      this.#advance();
    });
  }

  #advance(): void {
    const movement = this.#movement;
    if (movement === null) return;
    const nowMs = this.#ticker.nowMs();
    this.#startedAtMs ??= nowMs;
    this.#putAtMs = nowMs;
    const elapsedMs = nowMs - this.#startedAtMs;
    if (elapsedMs >= durationMs(movement)) {
      this.#land(movement.to, false);
      return;
    }
    this.#put(frameAfter(movement, elapsedMs));
    this.#ask();
  }

  #land(figures: Figures, jumped: boolean): void {
    this.#movement = null;
    this.#put(frameAtRest(figures));
    for (const listener of this.#landed) listener(jumped);
  }

  #put(frame: Frame): void {
    this.#frame = frame;
    for (const painter of this.#painters) painter(frame);
  }
}
