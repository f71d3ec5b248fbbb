// Findings of an import as sentences in both languages.
import { describe, expect, it } from 'vitest';
import enFiles from '../../words/en/files.json' with { type: 'json' };
import enPictures from '../../words/en/pictures.json' with { type: 'json' };
import enImport from '../../words/en/import.json' with { type: 'json' };
import viFiles from '../../words/vi/files.json' with { type: 'json' };
import viPictures from '../../words/vi/pictures.json' with { type: 'json' };
import viImport from '../../words/vi/import.json' with { type: 'json' };
import { problem } from './problem.ts';
import { problemSentence, problemSentences } from './problem-sentence.ts';
import { problemCodes } from './problem-severity.ts';

describe('sentences', () => {
	const birthday = problem('import/date-not-real', { found: '31/02/1990' }, { line: 42, column: 'Ngày sinh' });

	it('name row and column', () => {
		expect(problemSentence(birthday, 'vi')).toBe(
			'Dòng 42, cột «Ngày sinh»: ngày 31/02/1990 không có thật, hãy xem lại ngày và tháng.'
		);
		expect(problemSentence(birthday, 'en')).toBe(
			'Row 42, column “Ngày sinh”: 31/02/1990 is not a real date; check day and month.'
		);
	});

	it('of one cause stand once, with all its rows', () => {
		const missing = (line: number, found: string) =>
			problem('import/unknown-unit', { found }, { line, column: 'Đơn vị' });
		expect(problemSentences([missing(2, 'DV01'), birthday, missing(4, 'DV01'), missing(5, 'X')], 'vi')).toEqual([
			'Dòng 2, 4, cột «Đơn vị»: chưa có đơn vị mang mã «DV01».',
			problemSentence(birthday, 'vi'),
			'Dòng 5, cột «Đơn vị»: chưa có đơn vị mang mã «X».'
		]);
		expect(problemSentences([missing(2, 'DV01'), missing(4, 'DV01')], 'en')[0]).toMatch(
			/^Rows 2, 4, column “Đơn vị”: /
		);
		const twice = (line: number) =>
			problem('import/duplicate-code', { code: 'TS01', lines: '2, 3' }, { line, column: 'Số báo danh' });
		expect(problemSentences([twice(2), twice(3)], 'vi')).toEqual([
			'Cột «Số báo danh»: mã «TS01» bị trùng ở các dòng 2, 3.'
		]);
		const many = Array.from({ length: 21 }, (_, at) => missing(at + 2, 'X'));
		expect(problemSentences(many, 'vi')[0]).toMatch(/^Dòng 2, .*, 21, …, cột/);
	});

	it('of a file, a rubric and a warning stand with their own place', () => {
		expect(problemSentence(problem('import/no-rows', {}), 'vi')).toBe(
			'Tệp: chỉ có dòng tiêu đề. Thêm các dòng nội dung rồi chọn lại tệp.'
		);
		expect(problemSentence(problem('import/no-criteria', {}, { line: 2, column: 'DC › criteria' }), 'vi')).toMatch(
			/^Bảng tiêu chí thứ 2, mục «DC › criteria»: /
		);
		expect(problemSentence(problem('import/column-ignored', {}, { line: 1, column: 'STT' }), 'vi')).toBe(
			'Dòng 1, cột «STT»: cột này không dùng đến và được bỏ qua.'
		);
	});

	it('exist for every code in both languages, with the same facts', () => {
		const [vi, en] = [
			{ ...viImport, ...viFiles, ...viPictures },
			{ ...enImport, ...enFiles, ...enPictures }
		];
		const words: [Record<string, string>, Record<string, string>] = [vi, en];
		for (const code of problemCodes) {
			const key = code.replace('/', '_').replaceAll('-', '_');
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
