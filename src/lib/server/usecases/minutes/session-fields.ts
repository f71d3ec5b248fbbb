// Which session is meant, as forms send it; it must not know what is done with it.
import { z } from 'zod';

/** An empty session is a stage without sessions. */
export const sessionFields = {
	contestId: z.uuid(),
	stage: z.string().min(1).max(40),
	session: z
		.string()
		.max(40)
		.nullable()
		.default(null)
		.transform((code) => code || null)
};
