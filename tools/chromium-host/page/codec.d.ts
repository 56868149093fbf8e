/** `root` is the global object whose classes values are made of. */
export function makeCodec(root: object): {
  /** Throws `An object could not be cloned.` */
  encode(value: unknown): string;
  decode(text: string): unknown;
};
