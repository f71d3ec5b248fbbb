// R280–R283: versions of questions, their life and where they come from.
import { describe, expect, it } from 'vitest';
import { changedFields, type WholeQuestion } from './changes.ts';
import { mayBeAsked, questionState, refuseStep, type QuestionLife } from './life.ts';
import { readSource, sourceText } from './source.ts';

const whole: WholeQuestion = {
	topic: 'Lịch sử',
	difficulty: 2,
	kind: 'matching',
	text: 'Ghép?',
	options: [{ id: 'A', text: 'một' }],
	targets: [{ id: '1', text: 'hai' }],
	picture: null,
	seconds: 30,
	source: '',
	key: { correct: { kind: 'pairs', pairs: { A: '1' } }, tolerance: '', explanation: '' }
};
const written: QuestionLife = { madeBy: 'an', isReviewed: false, isApproved: false, isRetired: false, isUsed: false };
const reviewed = { ...written, isReviewed: true };
const approved = { ...reviewed, isApproved: true };

describe('R280 what a version changes', () => {
	it('names the fields, key and explanation apart', () => {
		const key = { ...whole.key, explanation: 'vì' };
		expect(changedFields(whole, { ...whole, key, seconds: 20 })).toEqual(['explanation', 'seconds']);
		const other = { ...whole.key, correct: { kind: 'pairs' as const, pairs: { A: '2' } } };
		expect(changedFields(whole, { ...whole, key: other })).toEqual(['key']);
		expect(changedFields(whole, { ...whole, targets: [] })).toEqual(['options']);
	});

	it('is nothing for the same question, whatever the order of its parts', () => {
		const { correct, ...rest } = whole.key;
		expect(changedFields(whole, { ...whole, key: { ...rest, correct, alsoCorrect: [] } })).toEqual([]);
	});
});

describe('R281 the life of a version', () => {
	it('goes from draft over reviewed and approved to used, and retired wins', () => {
		expect([written, reviewed, approved].map(questionState)).toEqual(['draft', 'reviewed', 'approved']);
		expect(questionState({ ...approved, isUsed: true })).toBe('used');
		expect(questionState({ ...approved, isUsed: true, isRetired: true })).toBe('retired');
	});

	it('is reviewed and approved by somebody else than wrote it', () => {
		expect(refuseStep(written, 'review', 'an')?.refused).toBe('question/own-version');
		expect(refuseStep(written, 'review', 'ba')).toBeNull();
		expect(refuseStep(reviewed, 'approve', 'an')?.refused).toBe('question/own-version');
		expect(refuseStep(reviewed, 'approve', 'ba')).toBeNull();
	});

	it('takes no step twice or before its turn', () => {
		expect(refuseStep(written, 'approve', 'ba')?.refused).toBe('question/not-now');
		expect(refuseStep(approved, 'approve', 'ba')?.refused).toBe('question/not-now');
		expect(refuseStep(written, 'restore', 'ba')?.refused).toBe('question/not-now');
		expect(refuseStep({ ...written, isRetired: true }, 'review', 'ba')?.refused).toBe('question/not-now');
	});
});

it('R282 rounds take what is not retired, or only what is approved', () => {
	expect(mayBeAsked(written, 'any')).toBe(true);
	expect(mayBeAsked(reviewed, 'approved')).toBe(false);
	expect(mayBeAsked(approved, 'approved')).toBe(true);
	expect(mayBeAsked({ ...approved, isRetired: true }, 'any')).toBe(false);
});

describe('R283 document, article and page in one line', () => {
	it.each([
		['Luật Bảo hiểm xã hội; Điều 3; trang 12', { document: 'Luật Bảo hiểm xã hội', article: 'Điều 3', page: '12' }],
		['Nghị quyết 57-NQ/TW', { document: 'Nghị quyết 57-NQ/TW', article: '', page: '' }],
		['Điều lệ Đảng; tr. 7', { document: 'Điều lệ Đảng', article: '', page: '7' }],
		['Văn kiện Đại hội; tập 1; mục II', { document: 'Văn kiện Đại hội; tập 1', article: 'mục II', page: '' }],
		['Sách Trang sử vàng', { document: 'Sách Trang sử vàng', article: '', page: '' }],
		['', { document: '', article: '', page: '' }]
	])('reads %j', (text, pieces) => {
		expect(readSource(text)).toEqual(pieces);
		expect(readSource(sourceText(pieces))).toEqual(pieces);
	});

	it('keeps what was typed over several lines as one', () => {
		expect(sourceText({ document: 'Giáo trình\r\n Lịch sử Đảng\n', article: '', page: '' })).toBe(
			'Giáo trình Lịch sử Đảng'
		);
	});

	it('gives a bare number its word', () => {
		expect(sourceText({ document: 'Luật', article: '5', page: 'tr. 9' })).toBe('Luật; Điều 5; trang 9');
	});
});
