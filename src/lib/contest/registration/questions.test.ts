// R263: what is missing from a registration.
import { expect, test } from 'vitest';
import { fittingAnswers, missingOf, nothingAsked, type RegistrationQuestion } from './questions.ts';

const question = (id: string, given: Partial<RegistrationQuestion> = {}): RegistrationQuestion => ({
	id,
	kind: 'short',
	text: id,
	choices: [],
	isRequired: true,
	...given
});
const questions = [
	question('a'),
	question('b', { kind: 'choice', choices: ['Có', 'Chưa'] }),
	question('c', { kind: 'yes-no' }),
	question('d', { kind: 'long', isRequired: false })
];
const whole = {
	fullName: 'Nguyễn Văn A',
	birthDate: '1990-02-28',
	position: 'Bí thư',
	phone: '0912345678',
	category: 'T',
	answers: { a: 'x', b: 'Có', c: 'no' },
	photoId: null,
	confirmationId: null
};
const asked = { ...nothingAsked, questions };
const names = (missing: ReturnType<typeof missingOf>) =>
	missing.map((each) => ('field' in each ? each.field : each.question.id));

test('R263 nothing is missing from a whole one', () => {
	expect(missingOf(whole, asked, ['T'])).toEqual([]);
});

test('R263 everything that is missing is said at once', () => {
	const empty = { fullName: '', birthDate: null, position: '', phone: '', category: null, answers: {} };
	const everything = { ...asked, wantsPhoto: true, wantsConfirmation: true };
	expect(names(missingOf({ ...whole, ...empty }, everything, ['T']))).toEqual([
		'fullName',
		'birthDate',
		'position',
		'phone',
		'category',
		'a',
		'b',
		'c',
		'photo',
		'confirmation'
	]);
	expect(missingOf({ ...whole, photoId: 'p', confirmationId: 'c' }, everything, ['T'])).toEqual([]);
});

test('R263 a group or a choice that is not there any more is no answer', () => {
	const old = { ...whole, category: 'X', answers: { ...whole.answers, b: 'Đã từng' } };
	expect(names(missingOf(old, asked, ['T']))).toEqual(['category', 'b']);
	expect(names(missingOf(old, asked, []))).toEqual(['b']);
	expect(fittingAnswers({ ...old.answers, gone: 'x', d: '' }, questions)).toEqual({ a: 'x', c: 'no' });
});
