/** One thing that somebody did, as `GET /api/v1/audit` tells it. */
export interface AuditRecord {
  /** The server's time. */
  readonly at: string;
  /** null for what was done to an account. */
  readonly nightAt: string | null;
  readonly what: string;
  readonly by: { readonly name: string } | null;
  readonly about: { readonly name: string } | null;
  readonly seq: number | null;
  readonly note: string | null;
  readonly body: object | null;
}

export interface AuditPage {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** Where the older ones begin. */
  readonly next: string;
  readonly more: boolean;
}
