/** An exact share: whole numbers, never divided before it is drawn. `den` may be 0: then there is no share. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
}
