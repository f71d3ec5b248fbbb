// JSON text → value, stricter than JSON.parse and with the place of every problem; it must not know any document.
import type { Bilingual } from '../../contest/ids.ts';
import type { FileProblem, JsonProblemCode } from './file-problem.ts';
import { jsonProblem, type JsonFacts } from './json-problem-words.ts';
import { controlIn, unescaped, wrongEscape } from './json-text.ts';
import { plainText } from './plain-text.ts';

export interface ParsedJson {
	/** What could be read; fields that may not be used are left out. */
	value: unknown;
	problems: FileProblem[];
	/** The line where the text is no JSON any more, from 1; null when all of it was read. */
	stoppedAtLine: number | null;
}

/** Deeper lists and objects are not read: no document needs them, and each level costs stack. */
export const mostDepth = 40;

/** Ends the reading where the text is no JSON any more. */
class EndOfSense extends Error {}

/**
 * RFC 8259, and besides: no field twice in an object, none named like something every object has (`__proto__`,
 * `constructor` …), no number beyond the safe integers, no −0, no lone surrogate, no control character but tab and line
 * end, at most 40 levels. Text comes out in NFC with \n. After a mistake in the grammar reading stops; all else is collected.
 */
export function parseJson(text: string): ParsedJson {
	const reader = new JsonReader(text);
	try {
		return { value: reader.document(), problems: reader.problems, stoppedAtLine: null };
	} catch (error) {
		if (error instanceof EndOfSense) {
			const { problems, line } = reader;
			return { value: undefined, problems, stoppedAtLine: line };
		}
		throw error;
	}
}

const numeral = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** No list of a document is longer. */
export const mostItems = 2_000_000;
/** No text of a document is longer. */
export const mostText = 100_000;
/** No number of a document is longer; what is longer is not looked at. */
const mostDigits = 400;
const literals = new Map<string, unknown>([
	['true', true],
	['false', false],
	['null', null]
]);

class JsonReader {
	readonly problems: FileProblem[] = [];
	private readonly text: string;
	private at = 0;
	private readonly way: (string | number)[] = [];

	constructor(text: string) {
		this.text = text;
	}

	document(): unknown {
		const value = this.value(0);
		this.skipBlanks();
		if (this.at < this.text.length) this.stop({ vi: 'hết tệp', en: 'the end of the file' });
		return value;
	}

	/** The line read now, from 1. */
	get line(): number {
		let line = 1;
		for (let at = this.text.indexOf('\n'); at >= 0 && at < this.at; at = this.text.indexOf('\n', at + 1)) line++;
		return line;
	}

	private value(depth: number): unknown {
		this.skipBlanks();
		const sign = this.text[this.at];
		if (sign === '{' || sign === '[') {
			if (depth >= mostDepth) this.giveUp('too-deep', mostDepth);
			return sign === '{' ? this.object(depth + 1) : this.list(depth + 1);
		}
		if (sign === '"') return this.string();
		if (sign !== undefined && (sign === '-' || isDigit(sign))) return this.number();
		for (const [literal, value] of literals) {
			if (!this.text.startsWith(literal, this.at)) continue;
			this.at += literal.length;
			return value;
		}
		return this.stop({ vi: 'một giá trị', en: 'a value' });
	}

	private object(depth: number): Record<string, unknown> {
		const fields: Record<string, unknown> = {};
		this.at++;
		this.skipBlanks();
		if (this.skip('}')) return fields;
		do {
			this.skipBlanks();
			if (this.text[this.at] !== '"') this.stop({ vi: 'tên trường trong dấu ngoặc kép', en: 'a field name in quotes' });
			const name = this.string();
			this.way.push(name);
			this.skipBlanks();
			if (!this.skip(':')) this.stop({ vi: 'dấu ":"', en: '":"' });
			const isForbidden = name in Object.prototype;
			if (isForbidden) this.report('field-forbidden');
			else if (Object.hasOwn(fields, name)) this.report('field-twice');
			const value = this.value(depth);
			if (!isForbidden) fields[name] = value;
			this.way.pop();
			this.skipBlanks();
		} while (this.skip(','));
		if (!this.skip('}')) this.stop({ vi: 'dấu "," hoặc "}"', en: '"," or "}"' });
		return fields;
	}

	private list(depth: number): unknown[] {
		const items: unknown[] = [];
		this.at++;
		this.skipBlanks();
		if (this.skip(']')) return items;
		do {
			if (items.length === mostItems) this.giveUp('list-too-long', mostItems);
			this.way.push(items.length);
			items.push(this.value(depth));
			this.way.pop();
			this.skipBlanks();
		} while (this.skip(','));
		if (!this.skip(']')) this.stop({ vi: 'dấu "," hoặc "]"', en: '"," or "]"' });
		return items;
	}

	private string(): string {
		const start = this.at + 1;
		let end = this.text.indexOf('"', start);
		while (end >= 0 && isEscaped(this.text, end)) end = this.text.indexOf('"', end + 1);
		const raw = this.text.slice(start, end < 0 ? undefined : end);
		const lineEnd = /[\u0000-\u001f]/.exec(raw)?.index; // eslint-disable-line no-control-regex
		if (lineEnd !== undefined || end < 0) {
			this.at = start + (lineEnd ?? raw.length);
			return this.stop({
				vi: 'văn bản trên một dòng, kết thúc bằng dấu ngoặc kép',
				en: 'text on one line that ends with a quote'
			});
		}
		this.at = end + 1;
		if (raw.length > mostText) {
			this.report('text-too-long', { limit: String(mostText) });
			return '';
		}
		const wrong = wrongEscape(raw);
		if (wrong !== undefined) {
			this.at = start + wrong;
			return this.stop({
				vi: 'ký hiệu hợp lệ sau dấu \\ (như \\n, \\", \\u00e1)',
				en: 'a sign that may follow a \\ (such as \\n, \\", \\u00e1)'
			});
		}
		const text = raw.includes('\\') ? unescaped(raw) : raw;
		if (!text.isWellFormed()) this.report('lone-surrogate');
		const control = controlIn(text);
		if (control !== null) this.report('control-character', { found: control });
		return plainText(text);
	}

	private number(): number {
		const start = this.at;
		while (/[-+.\deE]/.test(this.text.charAt(this.at)) && this.at - start <= mostDigits) this.at++;
		const digits = this.text.slice(start, this.at);
		if (digits.length > mostDigits || !numeral.test(digits)) {
			this.at = start;
			return this.stop({ vi: 'một số', en: 'a number' });
		}
		const number = Number(digits);
		const found = digits.slice(0, 40);
		if (Math.abs(number) > Number.MAX_SAFE_INTEGER) this.report('number-too-large', { found });
		if (Object.is(number, -0)) this.report('negative-zero', { found });
		return number;
	}

	private skipBlanks(): void {
		while (isBlank(this.text.charCodeAt(this.at))) this.at++;
	}

	private skip(sign: string): boolean {
		if (this.text[this.at] !== sign) return false;
		this.at++;
		return true;
	}

	private report(code: JsonProblemCode, facts?: JsonFacts): void {
		this.problems.push(jsonProblem(code, this.way, facts));
	}

	private giveUp(code: 'too-deep' | 'list-too-long', limit: number): never {
		this.report(code, { limit: String(limit) });
		throw new EndOfSense();
	}

	private stop(needed: Bilingual): never {
		const lineStart = this.text.lastIndexOf('\n', this.at - 1) + 1;
		const found = /^[\p{L}\p{N}_.+-]+|^./su.exec(this.text.slice(this.at, this.at + 60))?.[0];
		this.report('not-json', {
			needed,
			found: found ?? '',
			line: this.line,
			column: this.at - lineStart + 1
		});
		throw new EndOfSense();
	}
}

function isDigit(sign: string): boolean {
	return sign >= '0' && sign <= '9';
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

function isEscaped(text: string, at: number): boolean {
	let before = at;
	while (text[before - 1] === '\\') before--;
	return (at - before) % 2 === 1;
}
