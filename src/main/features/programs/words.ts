/** The sentences of programs for people, nested by the file that uses them. */
export const words = {
  profileRules: {
    reads: (file: string, method: string) =>
      `${file} lets programs only read here, and ${method} changes something.`,
    path: (file: string, path: string) => `${file} does not let programs call ${path} here.`,
    withheld: (file: string) => `${file} limits what programs may do here, so the value is not given.`,
  },
};
