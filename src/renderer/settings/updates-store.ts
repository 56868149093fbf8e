import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import { bridge } from '../bridge.ts';

interface UpdatesState {
  /** What main told last; null until it has. */
  readonly view: EventPayload<'updatesChanged'> | null;
  /** The version whose offer the person put off, or null. */
  readonly putOff: string | null;
}

/** Holds what is known of updates. */
export const useUpdates = create<UpdatesState>(() => ({ view: null, putOff: null }));

/** Takes the updates from main. */
export const updatesAre = (view: EventPayload<'updatesChanged'>) => useUpdates.setState({ view });

/** Asks main for the updates. */
export async function loadUpdates(): Promise<void> {
  const view = await bridge.updates.view();
  if (view.ok) updatesAre(view.value);
}

/** Closes the offer of a version. The next version is offered again, and Settings still have this one. */
export const putOffUpdate = () =>
  useUpdates.setState(({ view }) => ({ putOff: view === null ? null : view.version }));
