import { create } from 'zustand';
import { bridge } from '../bridge.ts';
import { useSettings } from '../settings/settings-store.ts';

interface InfoState {
  /** Whether this is the demo; null until main has answered. */
  readonly demo: boolean | null;
  /** Whether the news of this version wait for the person. */
  readonly news: boolean;
}

/** Holds what main says of this run. */
export const useInfo = create<InfoState>(() => ({ demo: null, news: false }));

/** Asks main about this run. */
export async function loadInfo(): Promise<void> {
  const info = await bridge.app.info();
  if (info.ok) useInfo.setState({ demo: info.value.demo, news: info.value.news });
}

/** Notes that the person sees the news now. */
export function newsSeen(): void {
  if (!useInfo.getState().news) return;
  useInfo.setState({ news: false });
  void bridge.app.seeNews();
}

/** Returns whether the demo may be started from here: not from the demo itself, and not where the policy forbids it. */
export function useDemoOffered(): boolean {
  const here = useInfo((state) => state.demo === false);
  const permitted = useSettings((state) => state.view?.policy?.demo !== false);
  return here && permitted;
}
