/** `npm run licences`: lists the packages bundled into the app. Exits with 1 when a licence is not allowed. */
import { allowedLicences, bundled } from './bundled.ts';

const refused = [];
for (const { name, version, licence, text } of bundled()) {
  const good = allowedLicences.has(licence ?? '') && text !== '';
  if (!good) refused.push(name);
  console.log(`${good ? 'allowed' : 'REFUSED'}  ${name}@${version}  ${licence}`);
}
if (refused.length > 0) {
  console.error(
    `Not allowed in the app: ${refused.join(', ')}. Replace them, or look at the licence and allow it.`,
  );
  process.exitCode = 1;
}
