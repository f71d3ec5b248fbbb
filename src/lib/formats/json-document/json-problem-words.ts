// What each problem of bytes and JSON says and how it is mended; it must not find problems.
import type { Bilingual } from '../../contest/ids.ts';
import { jsonPath, quoted, type JsonWay } from './json-path.ts';
import type { FileProblem, JsonProblemCode } from './file-problem.ts';

/** `found` is what was met, `needed` what should stand there instead. */
export interface JsonFacts {
	found?: string;
	needed?: Bilingual;
	line?: number;
	column?: number;
	limit?: string;
}

const words: Record<JsonProblemCode, (facts: JsonFacts) => Bilingual> = {
	'file-empty': () => ({
		vi: 'Tệp không có nội dung. Hãy chọn tệp JSON do hoithi xuất ra.',
		en: 'The file is empty. Choose a JSON file written by hoithi.'
	}),
	'file-too-big': ({ limit }) => ({
		vi: `Tệp lớn hơn mức cho phép (${limit}). Hãy kiểm tra lại đã chọn đúng tệp chưa.`,
		en: `The file is larger than allowed (${limit}). Check that it is the right one.`
	}),
	'not-utf8': () => ({
		vi: 'Tệp không phải văn bản UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.',
		en: 'The file is not UTF-8 text. Save it again as UTF-8.'
	}),
	'not-json': ({ found, needed, line, column }) => ({
		vi: `Dòng ${line}, cột ${column}: cần ${needed?.vi}, gặp ${found ? quoted(found) : 'cuối tệp'}.`,
		en: `Line ${line}, column ${column}: needs ${needed?.en}, found ${found ? quoted(found) : 'the end of the file'}.`
	}),
	'too-deep': ({ limit }) => ({
		vi: `Các danh sách và đối tượng lồng nhau quá ${limit} lớp. Hãy bỏ bớt lớp lồng nhau.`,
		en: `Lists and objects are nested more than ${limit} deep. Take levels out.`
	}),
	'list-too-long': ({ limit }) => ({
		vi: `Danh sách có quá ${limit} mục. Hãy kiểm tra lại đã chọn đúng tệp chưa.`,
		en: `The list has more than ${limit} items. Check that it is the right file.`
	}),
	'field-twice': () => ({
		vi: 'Trường này được ghi hai lần trong cùng một đối tượng. Hãy giữ lại một.',
		en: 'This field stands twice in the same object. Keep one.'
	}),
	'field-forbidden': () => ({
		vi: 'Không được dùng tên trường này. Hãy xoá đi hoặc đặt tên khác.',
		en: 'This name may not be used for a field. Remove it or choose another.'
	}),
	'number-too-large': ({ found }) => ({
		vi: `Cần số không vượt quá 9007199254740991, gặp ${found}.`,
		en: `Needs a number of at most 9007199254740991, found ${found}.`
	}),
	'negative-zero': ({ found }) => ({
		vi: `Cần số 0 không có dấu trừ, gặp ${found}.`,
		en: `Needs 0 without a minus sign, found ${found}.`
	}),
	'text-too-long': ({ limit }) => ({
		vi: `Văn bản dài quá ${limit} ký tự. Hãy rút ngắn lại.`,
		en: `The text is longer than ${limit} characters. Shorten it.`
	}),
	'lone-surrogate': () => ({
		vi: 'Văn bản có nửa ký tự (surrogate lẻ), không đọc được. Hãy nhập lại văn bản này.',
		en: 'The text has half a character (a lone surrogate). Enter the text again.'
	}),
	'control-character': ({ found }) => ({
		vi: `Văn bản có ký tự điều khiển ${found}. Hãy xoá ký tự đó.`,
		en: `The text has the control character ${found}. Remove it.`
	})
};

export function jsonProblem(code: JsonProblemCode, way: JsonWay, facts: JsonFacts = {}): FileProblem {
	return { code, path: jsonPath(way), message: words[code](facts) };
}
