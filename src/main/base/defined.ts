type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Returns a change without its undefined entries: undefined means "leave it", not "unset it". */
export function defined<T extends object>(change: Loose<T>): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}
