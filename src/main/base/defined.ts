type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** A change without the entries that are undefined: those mean "leave it", not "unset it". */
export function defined<T extends object>(change: Loose<T>): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}
