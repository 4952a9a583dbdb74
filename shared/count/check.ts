/** Why a report waits for a person. Those that need a fitted pattern come from the model. */
type CheckCode =
  | 'over-registered'
  | 'over-ballots'
  | 'drop'
  | 'locked'
  | 'zero-votes'
  | 'extra-digit'
  | 'duplicate-of'
  | 'stale-clock'
  | 'turnout-outlier'
  | 'share-outlier'
  | 'swap'
  | 'shift';

export interface Check {
  readonly code: CheckCode;
  readonly message: string;
}
