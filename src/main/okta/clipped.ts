import { z } from 'zod';
import { clip } from '../../shared/clip.ts';

/** Returns the schema of an Okta text, clipped to `most` characters. Half of a surrogate pair becomes a sign that every address can hold. */
export const clipped = (most: number) => z.string().transform((text) => clip(text.toWellFormed(), most));
