// Answers what is asked at the same moment with one reading, so that a hall that comes back at once asks the database a few times and not thousands; it must not know what is read.

/**
 * Whoever asks while a reading is under way waits for the next one: an answer is never older than its question, and nobody
 * waits for a timer. `read` gets everything that is asked together, in order.
 */
export function readTogether<Question, Answer>(
	read: (questions: Question[]) => Promise<Answer>
): (question: Question) => Promise<Answer> {
	let waiting: { question: Question; settle: (answer: Promise<Answer>) => void }[] = [];
	let isReading = false;

	async function readOn(): Promise<void> {
		isReading = true;
		while (waiting.length > 0) {
			const asked = waiting;
			waiting = [];
			const answer = read(asked.map(({ question }) => question));
			for (const { settle } of asked) settle(answer);
			// Each who asked hears of a failure; the next reading is another matter.
			await answer.catch(() => {});
		}
		isReading = false;
	}

	return (question) =>
		new Promise((settle) => {
			waiting.push({ question, settle });
			if (!isReading) void readOn();
		});
}
