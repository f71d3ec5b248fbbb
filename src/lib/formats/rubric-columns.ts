// The columns of rubrics in a spreadsheet, and rubrics as rows of it; it must not know how a file is read.
import type { Columns } from './columns.ts';
import type { CriterionValue, RubricValue } from './import-values.ts';

export type RubricColumn =
	| 'rubric_code'
	| 'rubric_name'
	| 'rubric_max'
	| 'criterion_code'
	| 'criterion'
	| 'min'
	| 'max'
	| 'step'
	| 'weight'
	| 'note'
	| 'level'
	| 'level_from'
	| 'level_to'
	| 'description';

/** One row is one level of one criterion, or a criterion without levels. */
export const rubricColumns: Columns<RubricColumn> = {
	rubric_code: {
		title: 'Mã bảng tiêu chí',
		aliases: ['Mã bảng', 'Bảng'],
		required: true,
		noFormula: true,
		longest: 40
	},
	rubric_name: { title: 'Tên bảng tiêu chí', aliases: ['Bảng tiêu chí', 'Tên bảng', 'Phần thi'], required: true },
	rubric_max: {
		title: 'Điểm tối đa của bảng',
		aliases: ['Điểm tối đa bảng', 'Tổng điểm'],
		noFormula: true
	},
	criterion_code: { title: 'Mã tiêu chí', aliases: ['Mã'], required: true, noFormula: true, longest: 40 },
	criterion: { title: 'Tiêu chí', aliases: ['Tên tiêu chí', 'Nội dung'], required: true, longest: 1000 },
	min: { title: 'Điểm tối thiểu', aliases: ['Tối thiểu'], noFormula: true },
	max: { title: 'Điểm tối đa', aliases: ['Tối đa'], required: true, noFormula: true },
	step: { title: 'Bước điểm', aliases: ['Bước'], required: true, noFormula: true },
	weight: { title: 'Hệ số', noFormula: true },
	note: { title: 'Phải ghi nhận xét', aliases: ['Nhận xét'], noFormula: true },
	level: { title: 'Mức', aliases: ['Tên mức', 'Xếp mức'] },
	level_from: { title: 'Mức từ điểm', aliases: ['Từ điểm', 'Từ'], noFormula: true },
	level_to: { title: 'Mức đến điểm', aliases: ['Đến điểm', 'Đến'], noFormula: true },
	description: { title: 'Mô tả', aliases: ['Mô tả mức', 'Yêu cầu'], lines: true, longest: 1000 }
};

/** In the order of the columns; points as plain numbers. */
export function rubricRows(rubrics: readonly RubricValue[]): (string | number | null)[][] {
	return rubrics.flatMap((rubric) =>
		rubric.criteria.flatMap((criterion) => {
			const levels = criterion.bands.length > 0 ? criterion.bands : [null];
			return levels.map((level) => [
				rubric.code,
				rubric.name,
				rubric.maxCenti / 100,
				criterion.code,
				criterion.name,
				criterion.minCenti / 100,
				criterion.maxCenti / 100,
				criterion.stepCenti / 100,
				criterion.weight / 100,
				noteCell(criterion.noteRequired),
				level?.label ?? null,
				level ? level.minCenti / 100 : null,
				level ? level.maxCenti / 100 : null,
				level?.descriptor ?? null
			]);
		})
	);
}

function noteCell(note: CriterionValue['noteRequired']): string | number | null {
	if (note === 'never') return null;
	return note === 'always' ? 'x' : note.below / 100;
}
