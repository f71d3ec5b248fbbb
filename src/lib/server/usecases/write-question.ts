// Somebody writes a question into the bank, or a new version of one: read by the same rules as a row of a file.
import { z } from 'zod';
import { changedFields, type QuestionField } from '../../contest/bank/changes.ts';
import { sourceText } from '../../contest/bank/source.ts';
import { questionKinds } from '../../contest/question.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { longestAlt } from '../../formats/questions/kept-picture.ts';
import { problemSentence } from '../../formats/problem-sentence.ts';
import { readQuestionForm } from '../../formats/questions/question-form.ts';
import { toStored } from '../../formats/questions/stored-question.ts';
import { cleanText } from '../../formats/vietnamese-text.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readQuestionKeys } from '../stores/bank.ts';
import { insertVersions, readVersionsOf } from '../stores/question-versions.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { keepPicture, takePicture } from './question-pictures.ts';
import { readInput } from './read-input.ts';
import type { GivenFile } from './take-file.ts';

const typed = z.string().max(3000);
const input = z.strictObject({
	contestId: z.uuid(),
	/** The version that was changed; 0 for a new question. */
	expects: z.int().min(0),
	form: z.strictObject({
		code: z.string().max(100),
		topic: typed,
		difficulty: typed,
		kind: z.enum(questionKinds),
		text: typed,
		options: z.array(typed).max(10),
		sides: z.array(typed).max(10),
		right: z.array(z.string().max(2)).max(10),
		value: typed,
		tolerance: typed,
		wordings: typed,
		seconds: typed,
		explanation: typed
	}),
	/** What the picture shows; without one it is empty. `keep` false takes the present one away. */
	picture: z.strictObject({ keep: z.boolean(), alt: z.string().max(1000) }).default({ keep: true, alt: '' }),
	source: z.strictObject({ document: z.string().max(400), article: z.string().max(200), page: z.string().max(50) })
});

export interface Written {
	code: string;
	version: number;
	/** Null for the first version. */
	changed: QuestionField[] | null;
}

/** R280, R281: the new version is a draft, whatever the one before was; rounds keep what they were made from. */
export async function writeQuestion(
	app: App,
	seat: Seat,
	given: unknown,
	file: GivenFile | null = null
): Promise<Changed<Written> | Refusal> {
	const read = readInput(input, given);
	if (isRefusal(read)) return read;
	const { contestId, expects, form, source, picture: said } = read;
	const found = readQuestionForm({ ...form, source: sourceText(source) });
	if ('problems' in found) {
		const [first] = found.problems;
		if (!first) throw new Error('a question was refused without a reason');
		const sentence = { vi: problemSentence(first, 'vi'), en: problemSentence(first, 'en') };
		return refuse('question/not-valid', { sentence });
	}
	const { question, key } = toStored(found.question);
	const denied = refuseUnless(seat, 'bank:edit', contestId);
	if (denied) return denied;
	const drawn = file && (await takePicture(file));
	if (isRefusal(drawn)) return drawn;
	const request = { contestId, permission: 'bank:edit' as const, staysPossible: true as const };
	return changeContest(app, seat, request, async (change) => {
		const { db, by, record } = change;
		const [latest] = await readVersionsOf(db, contestId, question.code);
		if (expects === 0 && latest) return refuse('input/already-exists', {}, 'code');
		if (expects > 0 && !latest) return refuse('input/not-found');
		if (latest && latest.version !== expects) return refuse('question/changed-elsewhere', { version: latest.version });
		if (latest?.retiredAt) return refuse('question/not-now');
		const alt = cleanText(said.alt);
		const present = said.keep ? (latest?.picture ?? null) : null;
		if ((drawn ?? present) && (alt === '' || alt.length > longestAlt))
			return refuse('question/picture-words', {}, 'alt');
		const picture = drawn ? await keepPicture(change, drawn, alt) : present && { ...present, alt };
		const whole = { ...question, picture };
		let changed: QuestionField[] | null = null;
		if (latest) {
			const former = (await readQuestionKeys(db, [latest.id])).get(latest.id);
			if (!former) throw new Error(`question ${latest.code} has no key`);
			changed = changedFields({ ...latest, key: former }, { ...whole, key });
			if (changed.length === 0) return refuse('question/unchanged');
		}
		await insertVersions(db, { contestId, by }, [{ question: whole, key }]);
		const written = { code: question.code, version: expects + 1, changed };
		record('question-written', { ...written });
		return written;
	});
}
