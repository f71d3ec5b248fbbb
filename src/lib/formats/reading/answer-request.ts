// One file of any kind → what importing it would do; only the code of that kind is loaded. It must not know in which process it runs.
import type { Preview } from '../problem.ts';
import type { ReadRequest } from './requests.ts';

/** What every imported row has. */
export type AnyRow = { code: string };

export async function answerRequest({ kind, bytes, context }: ReadRequest): Promise<Preview<AnyRow>> {
	switch (kind) {
		case 'units':
			return (await import('../import-units.ts')).parseUnits(bytes, '', context);
		case 'contestants':
			return (await import('../import-contestants.ts')).parseContestants(bytes, '', context);
		case 'judges':
			return (await import('../import-judges.ts')).parseJudges(bytes, '', context);
		case 'questions':
			return (await import('../questions/read-question-file.ts')).readQuestionFile(bytes);
		case 'topics':
			return (await import('../import-topics.ts')).parseTopics(bytes, '');
		case 'situations':
			return (await import('../import-situations.ts')).parseSituations(bytes, '');
		case 'rubrics':
			return (await import('../import-rubrics.ts')).parseRubrics(bytes, '');
	}
}
