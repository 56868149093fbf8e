export function takeHost(args: readonly string[]): {
  asked: string | undefined;
  rest: readonly string[];
  problem: string | null;
};
export function chooseHost(
  asked: string | undefined,
  here: { electron: string | null; why: string; chromium: boolean },
): { host: 'electron'; program: string } | { host: 'chromium' } | { problem: string };
