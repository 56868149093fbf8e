import { z } from 'zod';
import { clip } from '../../shared/clip.ts';

/** Returns the schema of a text of Okta's that is clipped to `most` characters. */
export const clipped = (most: number) => z.string().transform((text) => clip(text, most));
