/** What the crashing app says to the test that kills it. Ids are those of Okta's tokens, but for backups and tests. */
export interface Said {
  /** The action that begins now. */
  readonly step?: string;
  readonly ask?: 'issue';
  /** The value of this token is kept, says the app. */
  readonly kept?: string;
  readonly removing?: string;
  readonly removed?: string;
  /** This test is kept, says the app. */
  readonly tested?: string;
  readonly backingUp?: true;
  /** The backup holds these tokens of Keyturn's, says the app. */
  readonly backup?: readonly string[];
}
