export function presentElectron(): string | null;
export function findElectron(
  insist?: boolean,
): Promise<{ path: string; why: '' } | { path: null; why: string }>;
