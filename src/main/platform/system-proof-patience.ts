/** How long a question of the system is waited for, in milliseconds. */
export const patienceMs = 120_000;
