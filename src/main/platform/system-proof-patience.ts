/** How long Keyturn waits for a question of the system, in milliseconds. */
export const patienceMs = 120_000;
