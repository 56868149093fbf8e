/** `root` is the global object whose classes the values belong to. */
export function makeCodec(root: object): {
  /** Throws `An object could not be cloned.` */
  encode(value: unknown): string;
  decode(text: string): unknown;
};
