// R263: what is missing from a registration.
import { expect, test } from 'vitest';
import { fittingAnswers, missingOf, type RegistrationQuestion } from './questions.ts';

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
	answers: { a: 'x', b: 'Có', c: 'no' }
};
const names = (missing: ReturnType<typeof missingOf>) =>
	missing.map((each) => ('field' in each ? each.field : each.question.id));

test('R263 nothing is missing from a whole one', () => {
	expect(missingOf(whole, questions, ['T'])).toEqual([]);
});

test('R263 everything that is missing is said at once', () => {
	const empty = { fullName: '', birthDate: null, position: '', phone: '', category: null, answers: {} };
	expect(names(missingOf(empty, questions, ['T']))).toEqual([
		'fullName',
		'birthDate',
		'position',
		'phone',
		'category',
		'a',
		'b',
		'c'
	]);
});

test('R263 a group or a choice that is not there any more is no answer', () => {
	const old = { ...whole, category: 'X', answers: { ...whole.answers, b: 'Đã từng' } };
	expect(names(missingOf(old, questions, ['T']))).toEqual(['category', 'b']);
	expect(names(missingOf(old, questions, []))).toEqual(['b']);
	expect(fittingAnswers({ ...old.answers, gone: 'x', d: '' }, questions)).toEqual({ a: 'x', c: 'no' });
});
