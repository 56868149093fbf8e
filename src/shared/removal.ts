/** How long the window offers to bring a removed token or app back, in milliseconds. */
export const bringBackMs = 30_000;
