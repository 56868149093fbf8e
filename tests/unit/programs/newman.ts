import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The real Newman. */
export const newman = join(import.meta.dirname, '../../../node_modules/newman/bin/newman.js');

/** Writes a collection with one call into a folder. As Okta's collections have it: both variables, and the key in the header. */
export function putCollection(folder: string, name: string, path: string): void {
  const call = {
    name,
    request: {
      method: 'GET',
      header: [{ key: 'Authorization', value: 'SSWS {{apikey}}' }],
      url: `{{url}}${path}`,
    },
  };
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  writeFileSync(
    join(folder, 'collection.json'),
    JSON.stringify({ info: { name: 'Okta', schema }, item: [call] }),
  );
}
