/** The messages of the crashing app to the test that kills it. Ids are Okta's ids of tokens, except for backups and tests. */
export interface Said {
  /** The action begins now. */
  readonly step?: string;
  readonly ask?: 'issue';
  /** The app reported that it keeps the value of this token. */
  readonly kept?: string;
  readonly removing?: string;
  readonly removed?: string;
  /** The app reported that it keeps this test. */
  readonly tested?: string;
  readonly backingUp?: true;
  /** The app reported that the backup holds these tokens, by Keyturn's ids. */
  readonly backup?: readonly string[];
}
