// A person as a contact types them; it must not know whether that is enough to be sent.
import { z } from 'zod';
import { cleanText } from '../../../formats/vietnamese-text.ts';
import { readTypedDate } from '../../../formats/typed-date.ts';
import { lineText } from '../setup-input.ts';

/** One line; empty where nothing was typed. */
const optionalLine = (longest: number) =>
	z
		.string()
		.refine((text) => text.isWellFormed())
		.transform((text) => cleanText(text))
		.pipe(z.string().max(longest));

const answerText = z
	.string()
	.max(8_000)
	.refine((text) => text.isWellFormed())
	.transform((text) => cleanText(text, { lines: true }))
	.pipe(z.string().max(4_000));

/** dd/mm/yyyy → yyyy-mm-dd; null where nothing was typed. */
const birthDate = optionalLine(20).transform((text, context) => {
	if (text === '') return null;
	const day = readTypedDate(text);
	if (day === null || day < '1900') {
		context.addIssue({ code: 'custom', message: 'no day' });
		return z.NEVER;
	}
	return day;
});

export const personInput = {
	fullName: lineText(120),
	gender: z.enum(['Nam', 'Nữ', '']).transform((text) => text || null),
	birthDate,
	position: optionalLine(200),
	phone: optionalLine(40),
	email: optionalLine(120),
	/** Code of the rules; empty: none. */
	category: optionalLine(80).transform((text) => text || null),
	route: z.enum(['promoted', 'direct']),
	isReserve: z.boolean(),
	answers: z.record(z.string().max(40), answerText)
};
