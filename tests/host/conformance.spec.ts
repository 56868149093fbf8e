import { test } from '@playwright/test';
import './conformance/app.ts';
import './conformance/clipboard.ts';
import './conformance/context-bridge.ts';
import './conformance/cors.ts';
import './conformance/desktop.ts';
import './conformance/frames.ts';
import './conformance/ipc.ts';
import './conformance/loading.ts';
import './conformance/main-world.ts';
import './conformance/menus.ts';
import './conformance/navigation.ts';
import './conformance/preload.ts';
import './conformance/protocol.ts';
import './conformance/replies.ts';
import './conformance/safe-storage.ts';
import './conformance/session.ts';

// How Electron behaves where the app relies on it, each with its source in Electron's documents and code; runs on whichever host is here
// and licences the other specs.
test.describe.configure({ mode: 'parallel' });
