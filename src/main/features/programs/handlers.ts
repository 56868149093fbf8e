import type { ProgramsState } from '../../../shared/contract/programs.ts';
import type { Handlers } from '../../ipc/router.ts';
import type { ProgramsDesk } from './desk.ts';

/** Returns the methods of programs. `settle` makes the door listen or stop after a change. */
export function programsHandlers(
  desk: ProgramsDesk,
  state: () => ProgramsState,
  settle: () => void,
): Handlers['programs'] {
  return {
    state,
    door: ({ tokenId }) => desk.doorOf(tokenId),
    setDoor: async ({ tokenId, door }) => {
      const made = await desk.setDoor(tokenId, door);
      settle();
      return made;
    },
    calls: ({ tokenId }) => desk.visits.of(tokenId),
    answer: async ({ askId, allow }) => {
      await desk.answer(askId, allow);
      return {};
    },
    end: ({ allowanceId }) => {
      desk.end(allowanceId);
      return {};
    },
    revoke: ({ alwaysId }) => {
      desk.revoke(alwaysId);
      return {};
    },
  };
}
