import type { Plugin } from 'vite';

/** Returns the text of the MIT licence (SPDX, MIT) for an owner of the copyright. */
const mit = (owner: string): string => `MIT License

Copyright (c) ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice (including the next paragraph) shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** Packages that have no file with their licence. Each names it, and its author, in package.json. */
const missing: Readonly<Record<string, string>> = { 'lazy-val': mit('Vladimir Krivosheev') };

/** A build step that adds to Vite's list of licences (`file`) the texts that packages leave out. */
export const missingLicences = (file: string): Plugin => ({
  name: 'missing-licences',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const list = bundle[file];
      if (list?.type !== 'asset') return this.error(`The build has no ${file}.`);
      const packages: { name: string; text?: string }[] = JSON.parse(String(list.source));
      for (const one of packages) one.text ??= missing[one.name] ?? '';
      list.source = JSON.stringify(packages, null, 2);
    },
  },
});
