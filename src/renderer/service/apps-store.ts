import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';

/** Holds the kept OAuth service apps, and the ids of those that are being tested. Main's events change it. */
export const useApps = create<EventPayload<'appsChanged'>>(() => ({ apps: [], testing: [] }));

/** Takes the kept apps from main. */
export const appsAre = (told: EventPayload<'appsChanged'>) => useApps.setState(told);

/** Asks main for the kept apps. */
export async function loadApps(): Promise<void> {
  const answer = await bridge.service.list();
  if (answer.ok) appsAre(answer.value);
}
