// Turns a refusal into what a page or a socket answers: status and a sentence in the person's language.
import { error, fail, type ActionFailure } from '@sveltejs/kit';
import type { Refusal, RefusalCode } from '../contest/refusal.ts';
import { m } from '../paraglide/messages.js';

export interface RefusalAnswer {
	code: RefusalCode;
	message: string;
	field?: string;
}

const statusByArea: Record<string, number> = {
	access: 403,
	input: 400,
	contest: 409,
	rules: 409,
	registration: 409,
	question: 409,
	round: 409,
	answer: 409,
	turn: 409,
	sheet: 409,
	calibration: 409,
	interest: 409,
	paper: 409,
	session: 409,
	minutes: 409,
	signature: 403,
	lots: 409,
	points: 400,
	result: 409,
	decision: 409,
	consultation: 409,
	entry: 409,
	file: 422,
	import: 422,
	backup: 422,
	server: 503
};
const statusByCode: Partial<Record<RefusalCode, number>> = {
	'access/sign-in-needed': 401,
	'access/too-many-tries': 429,
	'input/not-found': 404,
	'answer/not-known-yet': 503,
	'paper/place-unknown': 400,
	'paper/printer-busy': 503,
	'paper/not-printed': 503,
	'file/too-big': 413,
	'import/busy': 503,
	'paper/code-unknown': 404,
	'paper/own-sheet': 403,
	'paper/sum-differs': 400,
	'rules/file-not-valid': 422,
	'people/changed-elsewhere': 409,
	'people/code-name-taken': 409,
	'question/not-valid': 400,
	'question/picture-words': 400,
	'signature/pin-not-valid': 400,
	'signature/pin-too-easy': 400,
	'points/changed-elsewhere': 409,
	'result/not-published': 404
};

export function statusOf(code: RefusalCode): number {
	return statusByCode[code] ?? statusByArea[code.slice(0, code.indexOf('/'))] ?? 400;
}

/** The sentence for a refusal: what happened, what is safe, what to do. */
export function refusalMessage(refusal: Refusal, language: 'vi' | 'en'): string {
	const name = `refused_${refusal.refused.replace(/[/-]/g, '_')}` as keyof typeof m;
	const sentence = m[name] as (details: Record<string, string | number>, options: { locale: 'vi' | 'en' }) => string;
	const details = Object.entries(refusal.details).map(([key, value]): [string, string | number] => [
		key,
		typeof value === 'object' ? value[language] : value
	]);
	return sentence(Object.fromEntries(details), { locale: language });
}

export function refusalAnswer(refusal: Refusal, language: 'vi' | 'en'): RefusalAnswer {
	const answer: RefusalAnswer = { code: refusal.refused, message: refusalMessage(refusal, language) };
	if (refusal.field !== undefined) answer.field = refusal.field;
	return answer;
}

/** For form actions: `return failWith(refusal, locals.language)`; the page shows `form.refusal.message`. */
export function failWith(refusal: Refusal, language: 'vi' | 'en'): ActionFailure<{ refusal: RefusalAnswer }> {
	return fail(statusOf(refusal.refused), { refusal: refusalAnswer(refusal, language) });
}

/** For `load`: throws the error page with the refusal's sentence. */
export function stopWith(refusal: Refusal, language: 'vi' | 'en'): never {
	error(statusOf(refusal.refused), { message: refusalMessage(refusal, language), code: refusal.refused });
}
