declare module 'postject' {
  /** Adds data to a program as a resource with this name (postject, README). */
  export function inject(
    filename: string,
    resourceName: string,
    resourceData: Buffer,
    options: { readonly sentinelFuse: string },
  ): Promise<void>;
}
