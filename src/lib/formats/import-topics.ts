// Topics file → preview of presentation topics; it must not know how they are drawn.
import type { Columns } from './columns.ts';
import type { ImportChoices } from './reading/choices.ts';
import { readCode } from './code-cell.ts';
import { blockDuplicateCodes, warnDuplicateTexts } from './duplicates.ts';
import type { TopicValue } from './import-values.ts';
import { previewTable } from './preview-table.ts';
import type { Preview } from './problem.ts';
import type { RowDraft } from './row-draft.ts';

type Name = 'code' | 'title' | 'hint';

export const topicColumns: Columns<Name> = {
	code: {
		title: 'Mã chuyên đề',
		aliases: ['Mã', 'Mã chủ đề'],
		required: true,
		filled: true,
		noFormula: true,
		longest: 40
	},
	title: {
		title: 'Tên chuyên đề',
		aliases: ['Chuyên đề', 'Chủ đề', 'Tên chủ đề', 'topic'],
		required: true,
		filled: true,
		longest: 500
	},
	hint: { title: 'Gợi ý', aliases: ['Ghi chú', 'Hướng dẫn', 'note'], lines: true, longest: 2000 }
};

export function parseTopics(
	bytes: Uint8Array,
	_fileName: string,
	_context: object = {},
	choices: ImportChoices = {}
): Promise<Preview<TopicValue>> {
	return previewTable(
		bytes,
		{
			columns: topicColumns,
			readRow,
			checkRows: (drafts) => {
				blockDuplicateCodes(drafts, 'code');
				warnDuplicateTexts(drafts, 'title');
			}
		},
		choices
	);
}

function readRow(row: RowDraft<Name>): TopicValue | null {
	const code = readCode(row, 'code');
	return code === null ? null : { code, title: row.text('title'), hint: row.text('hint') };
}
