import { create } from 'zustand';
import type { Notice } from '../../shared/contract/life.ts';
import { bridge } from '../bridge.ts';

interface LifeState {
  readonly notices: readonly Notice[];
}

/** What was said of tokens' lives, newest first. */
export const useLife = create<LifeState>(() => ({ notices: [] }));

export async function loadNotices(): Promise<void> {
  const read = await bridge.life.notices();
  if (read.ok) useLife.setState({ notices: read.value });
}

export const unseen = (notices: readonly Notice[]): number => notices.filter(({ seen }) => !seen).length;

/** Main has told the notices. */
export const noticesAre = ({ notices }: { readonly notices: readonly Notice[] }) =>
  useLife.setState({ notices });
