/**
 * How the build reaches a part of Node (tools/setup/node-parts.ts). An `import` makes Node read every property of the part, and so load
 * others that nobody uses: `fs.promises` alone takes as long as ten files of ours.
 */

/** Returns one export of a part of Node. */
export const fromNode = (part: string, name: string): unknown =>
  Reflect.get(process.getBuiltinModule(part) ?? {}, name);

/** Returns a function or class of a part of Node. The part loads when it is first used. */
export function lateFromNode(part: string, name: string): unknown {
  const real = (): object => fromNode(part, name) as object;
  return new Proxy(function late() {}, {
    apply: (_, self, args) => Reflect.apply(real() as () => unknown, self, args),
    construct: (_, args, made) => Reflect.construct(real() as new () => object, args, made),
    get: (_, key) => Reflect.get(real(), key),
  });
}
