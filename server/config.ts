/** What whoever starts a server decides. */
export interface Config {
  /** The address to listen on. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The folder of the journal, the accounts and the local token. */
  readonly data: string;
  /** Where readers find us behind a proxy; null: at this very host and port. No slash at the end. */
  readonly publicUrl: string | null;
  /** Addresses and subnets of proxies: whose word on whom they ask for is taken. */
  readonly proxies: readonly string[];
}

export const DEFAULT_CONFIG: Config = {
  host: '127.0.0.1',
  port: 5050,
  data: 'var',
  publicUrl: null,
  proxies: ['loopback'],
};
