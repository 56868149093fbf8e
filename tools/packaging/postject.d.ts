declare module 'postject' {
  /** Puts data into a program as a resource of this name (postject, README). */
  export function inject(
    filename: string,
    resourceName: string,
    resourceData: Buffer,
    options: { readonly sentinelFuse: string },
  ): Promise<void>;
}
