import type { Rotation } from '../../shared/contract/rotation.ts';
import type { Calls } from '../ui/use-call.ts';

/** The properties of every stage of a token's rotation. */
export interface StageProps {
  readonly rotation: Rotation;
  /** What main does for the rotation now. Empty when it does nothing. */
  readonly doing: string;
  readonly now: number;
  readonly run: Calls['run'];
}
