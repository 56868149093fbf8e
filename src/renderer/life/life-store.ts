import { create } from 'zustand';
import type { Notice } from '../../shared/contract/life.ts';
import { bridge } from '../bridge.ts';

interface LifeState {
  readonly notices: readonly Notice[];
}

/** Holds the notices about tokens and OAuth apps, newest first. */
export const useLife = create<LifeState>(() => ({ notices: [] }));

/** Reads the notices. */
export async function loadNotices(): Promise<void> {
  const read = await bridge.life.notices();
  if (read.ok) useLife.setState({ notices: read.value });
}

/** Returns how many notices were not seen yet. */
export const unseen = (notices: readonly Notice[]): number => notices.filter(({ seen }) => !seen).length;

/** Takes the notices from main. */
export const noticesAre = ({ notices }: { readonly notices: readonly Notice[] }) =>
  useLife.setState({ notices });
