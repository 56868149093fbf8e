/** The environment of a command. */
export interface CommandWorld {
  /** Keyturn's folder, which leads to the running app. */
  readonly userData: string;
  readonly version: string;
  /** Starts the app beside this process. */
  readonly startApp: () => void;
}
