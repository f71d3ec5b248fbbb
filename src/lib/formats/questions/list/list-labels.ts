// The words and signs by which people mark the parts of a list: «Câu 1:», «A.», «Đáp án:», «Nguồn:»; it must not keep what follows them.

/** Đ is sometimes typed as the Icelandic letter that looks the same. */
function readable(text: string): string {
	return text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
}

export interface QuestionLabel {
	number: string;
	style: 'word' | 'number';
	/** Where the question itself begins. */
	from: number;
}

export function questionLabel(line: string): QuestionLabel | null {
	const text = readable(line);
	const word =
		/^\s*(?:câu(?:\s+hỏi)?(?:\s+số)?|question)\s*(\d{1,4})(?!\d)\s*(?:\([^()]{0,40}\)|\[[^[\]]{0,40}\])?\s*[.:)/\-–—]*\s*/iu.exec(
			text
		);
	if (word) return { number: word[1] ?? '', style: 'word', from: word[0].length };
	const number = /^\s*(\d{1,3})\s*[.)/:](?!\d)\s*/u.exec(text);
	return number && { number: number[1] ?? '', style: 'number', from: number[0].length };
}

export interface OptionLabel {
	letter: string;
	/** Where the letter stands. */
	at: number;
	/** Where the option itself begins. */
	from: number;
	isStarred: boolean;
}

/** «A.», «a)», «(A)», and for the right one «*A.», «A*.», «A. *…». */
export function optionLabel(line: string): OptionLabel | null {
	const label = /^(\s*)(\*\s*)?(\(?)([A-Ha-h])(\*)?\s*([.)/:])\s*(\*)?\s*/u.exec(line);
	if (!label) return null;
	const [whole, blanks = '', before = '', bracket = '', letter = '', inside, sign, after] = label;
	// A colon or slash after a small letter is a sentence, not an option.
	if (/[a-h]/.test(letter) && (sign === ':' || sign === '/')) return null;
	const at = blanks.length + before.length + bracket.length;
	return { letter: letter.toUpperCase(), at, from: whole.length, isStarred: Boolean(before || inside || after) };
}

export type ListField = 'correct' | 'explanation' | 'source' | 'difficulty' | 'seconds' | 'type' | 'code';

const fields: [ListField, RegExp][] = [
	[
		'correct',
		/^[\s*=>→–([-]*(?:đáp\s*án(?:\s*đúng)?|phương\s*án\s*đúng|đ\s*[./]?\s*a|answer|correct\s*answer|key|trả\s*lời|chọn(?:\s*đáp\s*án)?)\s*(?:là)?\s*[:：.]\s*(?=\S)/iu
	],
	['correct', /^[\s*=>→–([-]*(?:đáp\s*án(?:\s*đúng)?|chọn)(?:\s*là)?\s+(?=[A-H](?:\s*[,;&]\s*[A-H])*[\s.)\]]*$)/iu],
	[
		'explanation',
		/^\s*(?:giải\s*thích|lời\s*giải|hướng\s*dẫn(?:\s*giải)?|gợi\s*ý|chú\s*thích|explanation)\s*[:：.]\s*/iu
	],
	['source', /^\s*[([]?\s*(?:nguồn|căn\s*cứ|trích(?:\s*dẫn)?|tài\s*liệu|cơ\s*sở\s*pháp\s*lý|source)\s*[:：]\s*/iu],
	['difficulty', /^\s*(?:mức\s*độ|độ\s*khó)\s*[:：]\s*/iu],
	['seconds', /^\s*thời\s*gian\s*[:：]\s*(?=\d)/iu],
	['type', /^\s*(?:dạng|loại)(?:\s*câu(?:\s*hỏi)?)?\s*[:：]\s*/iu],
	['code', /^\s*mã(?:\s*câu(?:\s*hỏi)?)?\s*[:：]\s*(?=\S+\s*$)/iu]
];

export function fieldLabel(line: string): { field: ListField; from: number } | null {
	for (const [field, label] of fields) {
		const found = label.exec(readable(line));
		if (found) return { field, from: found[0].length };
	}
	return null;
}

/** «Chủ đề: …», «PHẦN II. …»: what the questions below are about. Empty for a heading without a name. */
export function topicHeading(line: string): string | null {
	const named = /^\s*(?:chủ\s*đề|chuyên\s*đề|lĩnh\s*vực)(?:\s+(?:[IVXLC]+|\d+))?\s*[:：.–-]\s*(\S.*)$/iu.exec(line);
	const part = /^\s*(?:phần|chương|mục)\s+(?:[IVXLC]+|\d+|thứ\s+\S+)\s*(?:[:：.–-]\s*(.*))?$/iu.exec(line);
	return named?.[1]?.trim() ?? (part ? (part[1] ?? '').trim() : null);
}

/** «(Nguồn: …)» at the end of a line. */
export function sourceAtEnd(line: string): { at: number; source: string } | null {
	const said =
		/[([]\s*(?:nguồn|căn\s*cứ|trích(?:\s*dẫn)?|source)\s*[:：]\s*([^()[\]]*(?:\([^()]*\)[^()[\]]*)*)[)\]]\s*\.?\s*$/iu.exec(
			line
		);
	return said && said.index > 0 ? { at: said.index, source: (said[1] ?? '').trim() } : null;
}

/** «… Đáp án: B» at the end of a line that begins otherwise. */
export function answerAtEnd(line: string): { at: number; answer: string } | null {
	const said =
		/(?:[([]\s*)?(?<!\p{L})(?:đáp\s*án(?:\s*đúng)?(?:\s*là)?|đ[./]?a)\s*[:：]\s*([A-H](?:\s*[,;&]\s*[A-H])*)\s*[.)\]]*\s*$/iu.exec(
			readable(line)
		);
	return said && said.index > 0 ? { at: said.index, answer: said[1] ?? '' } : null;
}

/** Numbered questions, or options A and B: otherwise the text is no list. */
export function looksLikeList(text: string): boolean {
	const lines = text.normalize('NFC').split('\n');
	const labels = lines.map(questionLabel);
	if (labels.some((label) => label?.style === 'word')) return true;
	const letters = new Set(lines.map((line) => optionLabel(line)?.letter));
	return letters.has('A') && (letters.has('B') || lines.some((line) => /\s\*?B[.)]\s/.test(line)));
}
