// The organisers say when units register, how many reserve members they may add and what they are asked (R260, R261, R263).
import { z } from 'zod';
import { questionKinds } from '../../contest/registration/questions.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { readTypedMoment } from '../../formats/typed-date.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { readRegistrationTerms, saveRegistrationTerms } from '../stores/registrations.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { readInput } from './read-input.ts';
import { lineText } from './setup-input.ts';

/** «31/12/2026 17:00» in Vietnam; empty: none. */
const typedMoment = z
	.string()
	.max(40)
	.transform((text, context) => {
		if (text.trim() === '') return null;
		const at = readTypedMoment(text);
		if (at !== null) return new Date(at);
		context.addIssue({ code: 'custom', message: 'no moment' });
		return z.NEVER;
	});

const question = z
	.strictObject({
		/** Of a question that is there already: what was answered stays answered. */
		id: z.uuid().or(z.literal('')),
		kind: z.enum(questionKinds),
		text: lineText(300),
		choices: z.array(lineText(200)).max(30),
		isRequired: z.boolean()
	})
	.refine(
		({ kind, choices }) => kind !== 'choice' || (choices.length > 1 && new Set(choices).size === choices.length),
		{
			path: ['choices']
		}
	)
	.transform(({ id, kind, choices, ...rest }) => ({
		id: id || crypto.randomUUID(),
		kind,
		choices: kind === 'choice' ? choices : [],
		...rest
	}));

const input = z.strictObject({
	contestId: z.uuid(),
	opensAt: typedMoment,
	closesAt: typedMoment,
	reserves: z.int().min(0).max(50),
	questions: z.array(question).max(30),
	wantsPhoto: z.boolean().default(false),
	wantsConfirmation: z.boolean().default(false),
	/** Version of the terms that were on screen; 0: there were none. */
	seen: z.int()
});

export async function setRegistrationTerms(
	app: App,
	seat: Seat,
	given: unknown
): Promise<Changed<{ questions: number }> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { seen, ...terms } = read;
	const { contestId, opensAt, closesAt, reserves, questions, wantsPhoto, wantsConfirmation } = terms;
	if (opensAt && closesAt && closesAt <= opensAt) return refuse('input/not-valid', {}, 'closesAt');
	const request = { contestId, permission: 'registrations:settle' as const };
	return changeContest(app, seat, request, async ({ db, record }) => {
		const before = await readRegistrationTerms(db, contestId);
		if ((before?.version ?? 0) !== seen)
			return refuse('contest/moved-on', { expected: seen, actual: before?.version ?? 0 });
		await saveRegistrationTerms(db, terms);
		record('registration-terms-set', {
			opensAt: opensAt?.toISOString() ?? null,
			closesAt: closesAt?.toISOString() ?? null,
			reserves,
			questions: questions.map(({ text }) => text),
			wantsPhoto,
			wantsConfirmation
		});
		return { questions: questions.length };
	});
}
