// A reason as it is kept in the log: one line of at least five characters; it must not know what it is the reason for.
import { z } from 'zod';

export const reasonText = z
	.string()
	.max(2000)
	.refine((text) => text.isWellFormed())
	.transform((text) =>
		text
			.normalize('NFC')
			.replace(/[\s\p{Cc}]+/gu, ' ')
			.trim()
	)
	.pipe(z.string().min(5).max(500));
