import { z } from 'zod';
import { clip } from '../../shared/clip.ts';

/** Returns the schema of an Okta text, clipped to `most` characters. */
export const clipped = (most: number) => z.string().transform((text) => clip(text, most));
