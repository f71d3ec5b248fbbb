// The shape of what names either one contestant or a unit in a contest file; it must not know what is said of them.
import * as z from 'zod';
import { code, object } from '../json-document/fields.ts';

export const recipient = z.union(
	[object('A contestant', { contestant: code }), object('A unit or team', { unit: code })],
	{
		error: 'award-to'
	}
);
