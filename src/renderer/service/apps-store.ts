import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';

interface AppsState extends EventPayload<'appsChanged'> {
  /** False until the first list arrives. */
  readonly loaded: boolean;
}

/** Holds the kept OAuth service apps, and the ids of the apps whose tests run now. Main's events change it. */
export const useApps = create<AppsState>(() => ({ apps: [], testing: [], loaded: false }));

/** Takes the kept apps from main. */
export const appsAre = (told: EventPayload<'appsChanged'>) => useApps.setState({ ...told, loaded: true });

/** Asks main for the kept apps. */
export async function loadApps(): Promise<void> {
  const answer = await bridge.service.list();
  if (answer.ok) appsAre(answer.value);
}
