import { enableCompileCache } from 'node:module';

// V8's compiled code of the bundles is kept between starts (Node, module.enableCompileCache); the bundle comes after this line.
enableCompileCache();
await import('./index.ts');
