// The table of answers at the end of a list («1A 2B 3C», or rows of numbers and letters); it must not know the questions.

const token =
	/(?:câu\s*)?(\d{1,4})\s*[.:)=–-]?\s*(đúng|sai|[ĐS](?!\p{L})|[A-H]{1,5}(?!\p{L})(?:\s*[,;&]\s*[A-H](?![\p{L}.)]))*)/giu;
const heading =
	/^\s*(?:bảng\s*)?(?:đáp\s*án|answer\s*key|answers)(?:\s+(?:trắc\s*nghiệm|tham\s*khảo|chi\s*tiết|đề.*|các\s*câu.*|phần.*))?\s*[:：.]?\s*$/iu;
const columnTitles = /^(?:\s*(?:câu(?:\s*(?:hỏi|số))?|stt|đáp\s*án(?:\s*đúng)?|đ\/?a)\s*[|\t]?)+$/iu;
const numbersRow = /^\s*(?:câu(?:\s*(?:hỏi|số))?)?\s*\d{1,4}(?:[\s|]+\d{1,4})+\s*$/iu;
const lettersRow = /^\s*(?:đáp\s*án(?:\s*đúng)?|đ\/?a|trả\s*lời)?[\s|:]*(?:[A-H]|Đ|S)(?:[\s|]+(?:[A-H]|Đ|S))*\s*$/iu;

export class AnswerTable {
	/** Answer by number of the question; null when the table gives two. */
	readonly answers = new Map<string, string | null>();
	private isOpen = false;
	private numbers: string[] = [];

	/** Whether the line belongs to the table. */
	take(line: string): boolean {
		if (heading.test(line)) return this.open();
		// A row of numbers in cells opens a table that has no heading.
		if (numbersRow.test(line) && (this.isOpen || /^\s*câu/iu.test(line) || line.includes('\t'))) {
			this.numbers = [...line.matchAll(/\d+/g)].map(String);
			return this.open();
		}
		if (this.numbers.length > 0 && lettersRow.test(line)) return this.takeLetters(line);
		if (this.isOpen && columnTitles.test(line)) return true;
		const tokens = [...line.matchAll(token)];
		const isAll = tokens.length > 0 && /^[\s,;|.–-]*$/u.test(line.replace(token, ''));
		this.isOpen = isAll && (this.isOpen || tokens.length >= 3);
		if (!this.isOpen) return false;
		for (const [, number = '', answer = ''] of tokens) this.add(number, answer);
		return true;
	}

	private open(): true {
		this.isOpen = true;
		return true;
	}

	private takeLetters(line: string): true {
		const bare = line.replace(/^\s*(?:đáp\s*án(?:\s*đúng)?|đ\/?a|trả\s*lời)/iu, '');
		const letters = [...bare.matchAll(/[A-HĐS]/giu)].map(String);
		this.numbers.forEach((number, at) => this.add(number, letters[at] ?? ''));
		this.numbers = [];
		return this.open();
	}

	private add(number: string, answer: string): void {
		const key = String(Number(number));
		const before = this.answers.get(key);
		if (answer !== '') this.answers.set(key, before === undefined || before === answer ? answer : null);
	}
}
