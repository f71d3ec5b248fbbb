// One file of any kind → what importing it would do; only the code of that kind is loaded. It must not know in which process it runs.
import type { Preview } from '../problem.ts';
import type { ReadRequest } from './requests.ts';

/** What every imported row has. */
export type AnyRow = { code: string };

/** A file about which nothing was chosen yet is taken as the last one of the same shape was, and says so. */
export async function answerRequest(request: ReadRequest): Promise<Preview<AnyRow>> {
	const preview = await read(request);
	if (Object.keys(request.choices).length > 0) return preview;
	for (const { signature, choices } of request.remembered) {
		const { sheet } = choices;
		const isThere = sheet === undefined || preview.shape?.sheets.includes(sheet);
		if (!preview.shape || !isThere) continue;
		const seen =
			sheet === undefined || sheet === preview.shape.sheet ? preview : await read({ ...request, choices: { sheet } });
		if (seen.shape?.signature === signature) return { ...(await read({ ...request, choices })), choices };
	}
	return preview;
}

async function read({ kind, bytes, context, choices }: ReadRequest): Promise<Preview<AnyRow>> {
	switch (kind) {
		case 'units':
			return (await import('../import-units.ts')).parseUnits(bytes, '', context, choices);
		case 'contestants':
			return (await import('../import-contestants.ts')).parseContestants(bytes, '', context, choices);
		case 'judges':
			return (await import('../import-judges.ts')).parseJudges(bytes, '', context, choices);
		case 'questions':
			return (await import('../questions/read-question-file.ts')).readQuestionFile(bytes, 'auto', choices);
		case 'topics':
			return (await import('../import-topics.ts')).parseTopics(bytes, '', {}, choices);
		case 'situations':
			return (await import('../import-situations.ts')).parseSituations(bytes, '', {}, choices);
		case 'rubrics':
			return (await import('../import-rubrics.ts')).parseRubrics(bytes, '', {}, choices);
	}
}
