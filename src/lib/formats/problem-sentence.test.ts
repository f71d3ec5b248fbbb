// Findings of an import as sentences in both languages.
import { describe, expect, it } from 'vitest';
import en from '../../words/en/import.json' with { type: 'json' };
import vi from '../../words/vi/import.json' with { type: 'json' };
import { problem } from './problem.ts';
import { problemSentence } from './problem-sentence.ts';
import { problemCodes } from './problem-severity.ts';

describe('sentences', () => {
	const birthday = problem('import/date-not-valid', { found: '31/02/1990' }, { line: 42, column: 'Ngày sinh' });

	it('name row and column', () => {
		expect(problemSentence(birthday, 'vi')).toBe('Dòng 42, cột «Ngày sinh»: cần dd/MM/yyyy, gặp 31/02/1990.');
		expect(problemSentence(birthday, 'en')).toBe('Row 42, column “Ngày sinh”: dd/MM/yyyy is needed, found 31/02/1990.');
	});

	it('of a file, a rubric and a warning stand with their own place', () => {
		expect(problemSentence(problem('import/no-rows', {}), 'vi')).toBe(
			'Tệp: chỉ có dòng tiêu đề. Thêm các dòng nội dung rồi tải lại.'
		);
		expect(problemSentence(problem('import/no-criteria', {}, { line: 2, column: 'DC › criteria' }), 'vi')).toMatch(
			/^Bảng tiêu chí thứ 2, mục «DC › criteria»: /
		);
		expect(problemSentence(problem('import/column-ignored', {}, { line: 1, column: 'STT' }), 'vi')).toBe(
			'Dòng 1, cột «STT»: cột này không dùng đến và được bỏ qua.'
		);
	});

	it('exist for every code in both languages, with the same facts', () => {
		const words: [Record<string, string>, Record<string, string>] = [vi, en];
		for (const code of problemCodes) {
			const key = code.replace('import/', 'import_').replaceAll('-', '_');
			const facts = words.map((catalogue) =>
				[...(catalogue[key] ?? 'missing').matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
			);
			expect(
				words.map((catalogue) => catalogue[key]),
				key
			).not.toContain(undefined);
			expect(facts[0], key).toEqual(facts[1]);
		}
		expect(Object.keys(vi)).toEqual(Object.keys(en));
	});
});
