// Situations file → preview of situations with their points of answer; it must not know how they are drawn.
import type { Columns } from './columns.ts';
import type { ImportChoices } from './reading/choices.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, warnDuplicateTexts } from './duplicates.ts';
import type { SituationValue } from './import-values.ts';
import { previewTable } from './preview-table.ts';
import type { Preview } from './problem.ts';
import type { RowDraft } from './row-draft.ts';

type Name = 'code' | 'situation' | 'points_of_answer';

export const situationColumns: Columns<Name> = {
	code: { title: 'Mã tình huống', aliases: ['Mã'], required: true, filled: true, noFormula: true, longest: 40 },
	situation: {
		title: 'Tình huống',
		aliases: ['Nội dung', 'Nội dung tình huống', 'text'],
		required: true,
		filled: true,
		lines: true,
		longest: 2000
	},
	points_of_answer: {
		title: 'Ý trả lời',
		aliases: ['Đáp án', 'Gợi ý trả lời', 'Ý cần đạt', 'answer'],
		required: true,
		noFormula: true,
		lines: true,
		longest: 4000
	}
};

export function parseSituations(
	bytes: Uint8Array,
	_fileName: string,
	_context: object = {},
	choices: ImportChoices = {}
): Promise<Preview<SituationValue>> {
	return previewTable(
		bytes,
		{
			columns: situationColumns,
			readRow,
			checkRows: (drafts) => {
				blockDuplicateCodes(drafts, 'code');
				warnDuplicateTexts(drafts, 'situation');
			}
		},
		choices
	);
}

function readRow(row: RowDraft<Name>): SituationValue | null {
	const code = readCode(row, 'code');
	return code === null ? null : { code, text: row.text('situation'), pointsOfAnswer: row.text('points_of_answer') };
}
