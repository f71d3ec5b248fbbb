// Questions and their keys from a file into the bank; the key goes to its own table.
import type { QuestionValue } from '../../../formats/import-values.ts';
import { problem, type Preview } from '../../../formats/problem.ts';
import { twinKey } from '../../../formats/questions/same-question.ts';
import { toStored, toValue } from '../../../formats/questions/stored-question.ts';
import { codeKey } from '../../../formats/vietnamese-text.ts';
import { readQuestionKeys, readQuestions } from '../../stores/bank.ts';
import { insertVersions } from '../../stores/question-versions.ts';
import { readUsedQuestionIds } from '../../stores/round-setup.ts';
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
	cells: ({ code, topic, text, seconds }) => [code, topic, text, String(seconds)],
	store: (db, contestId, values, by) => insertVersions(db, { contestId, by }, values.map(toStored)),
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
