// Questions and their keys from a file into the bank; the key goes to its own table.
import { createHash } from 'node:crypto';
import type { QuestionValue } from '../../../formats/import-values.ts';
import { problem, type Preview } from '../../../formats/problem.ts';
import { keptMark, readKeptMark } from '../../../formats/questions/kept-picture.ts';
import { twinKey } from '../../../formats/questions/same-question.ts';
import { toStored, toValue } from '../../../formats/questions/stored-question.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import { readQuestionKeys, readQuestions } from '../../stores/bank.ts';
import { insertVersions } from '../../stores/question-versions.ts';
import { readUsedQuestionIds } from '../../stores/round-setup.ts';
import type { Change } from '../change-contest.ts';
import { drawPicture, keepPicture, readKept, type DrawnPicture } from '../question-pictures.ts';
import type { ImportKind } from './import-kind.ts';

export const questionImport: ImportKind<QuestionValue, 'questions'> = {
	context: () => Promise.resolve({}),
	async existing(db, contestId) {
		const questions = await readQuestions(db, contestId);
		const keys = await readQuestionKeys(
			db,
			questions.map(({ id }) => id)
		);
		return questions.map((question) => {
			const key = keys.get(question.id);
			if (!key) throw new Error(`question ${question.code} has no key`);
			return toValue(question, key);
		});
	},
	warn: warnOfTwins,
	gather: drawPictures,
	cells: ({ code, topic, text, seconds }) => [code, topic, text, String(seconds)],
	async store(db, contestId, values, by) {
		const pictures = await readKept(
			db,
			contestId,
			values.map(({ picture }) => picture)
		);
		const versions = values.map(toStored).map(({ question, key }, at) => ({
			question: { ...question, picture: pictures[at] ?? null },
			key
		}));
		await insertVersions(db, { contestId, by }, versions);
	},
	async inUse(db, contestId) {
		const used = await readUsedQuestionIds(db, contestId);
		const questions = await readQuestions(db, contestId);
		return new Set(questions.filter(({ id }) => used.has(id)).map(({ code }) => code));
	}
};

/** R284: the same question under another code is told, and taken if somebody wants it. */
function warnOfTwins(rows: Preview<QuestionValue>['rows'], bank: QuestionValue[]): void {
	const known = Map.groupBy(bank, twinKey);
	for (const { line, value, warnings } of rows) {
		const others = (known.get(twinKey(value)) ?? []).filter(({ code }) => codeKey(code) !== codeKey(value.code));
		if (others.length === 0) continue;
		const codes = others.map(({ code }) => code).join(', ');
		warnings.push(problem('import/twin-in-bank', { codes }, { line }));
	}
}

/** R330: one after the other, so that a file full of them leaves the machine to others. A picture the bank has is the same, in its own bytes too. */
async function drawPictures(
	{ rows, notices }: Preview<QuestionValue>,
	bank: QuestionValue[]
): Promise<(change: Change) => Promise<void>> {
	const known = new Map(
		bank.flatMap(({ picture }) => {
			const mark = picture && readKeptMark(picture.file);
			return mark ? [[mark.sha256, picture.file] as const] : [];
		})
	);
	const drawn: DrawnPicture[] = [];
	let count = 0;
	for (const { line, value, warnings } of rows) {
		if (!value.picture) continue;
		const bytes = Buffer.from(value.picture.file, 'base64');
		let file = known.get(createHash('sha256').update(bytes).digest('hex'));
		if (file === undefined) {
			const picture = await drawPicture(bytes, value.code);
			if (!picture) {
				delete value.picture;
				warnings.push(problem('import/picture-not-readable', {}, { line }));
				continue;
			}
			drawn.push(picture);
			file = keptMark({ sha256: picture.taken.sha256, width: picture.width, height: picture.height });
		}
		value.picture = { alt: value.picture.alt, file };
		count += 1;
	}
	if (count > 0) notices.push(problem('import/pictures-drawn', { count: String(count) }));
	return async (change) => {
		for (const picture of drawn) await keepPicture(change, picture, '');
	};
}
