// Lists of the contest as sheets that the import reads again as they were; it must not know who may have them.
import type { Columns } from './columns.ts';
import { contestantColumns } from './import-contestants.ts';
import { judgeColumns } from './import-judges.ts';
import { situationColumns } from './import-situations.ts';
import { topicColumns } from './import-topics.ts';
import { unitColumns } from './import-units.ts';
import type {
	ContestantValue,
	JudgeValue,
	RubricValue,
	SituationValue,
	TopicValue,
	UnitValue
} from './import-values.ts';
import { rubricColumns, rubricRows } from './rubric-columns.ts';
import type { SheetCell, SheetColumn, WorkbookSheet } from './write-workbook.ts';

export function unitSheet(units: readonly UnitValue[]): WorkbookSheet {
	return sheetOf('Đơn vị', unitColumns, units, { members: 'count', quota: 'count' });
}

export function contestantListSheet(people: readonly ContestantValue[]): WorkbookSheet {
	const rows = people.map(({ code, fullName, gender, birthDate, unitCode, mayWin, route, codeName, ...rest }) => ({
		...rest,
		code_name: codeName,
		session: rest.session ?? null,
		code,
		full_name: fullName,
		gender,
		birth_date: birthDate,
		unit_code: unitCode,
		no_award: mayWin ? null : 'x',
		route: route === 'promoted' ? 'Qua tuyển chọn' : 'Cử trực tiếp'
	}));
	return sheetOf('Thí sinh', contestantColumns, rows, { birth_date: 'date' });
}

const roles: Record<JudgeValue['role'], string> = {
	head: 'Trưởng ban',
	deputy: 'Phó Trưởng ban',
	member: 'Ủy viên',
	secretary: 'Thư ký',
	shadow: 'Giám khảo tập sự'
};

export function judgeSheet(judges: readonly JudgeValue[]): WorkbookSheet {
	const rows = judges.map(({ code, fullName, role, position, unitCode, panels }) => ({
		...{ code, full_name: fullName, role: roles[role], position, unit_code: unitCode, panels: panels.join('; ') }
	}));
	return sheetOf('Giám khảo', judgeColumns, rows);
}

export function topicSheet(topics: readonly TopicValue[]): WorkbookSheet {
	return sheetOf('Chuyên đề', topicColumns, topics);
}

export function situationSheet(situations: readonly SituationValue[]): WorkbookSheet {
	const rows = situations.map(({ code, text, pointsOfAnswer }) => ({
		...{ code, situation: text, points_of_answer: pointsOfAnswer }
	}));
	return sheetOf('Tình huống', situationColumns, rows);
}

/** Points stay numbers in columns of text, as the template has them. */
export function rubricSheet(rubrics: readonly RubricValue[]): WorkbookSheet {
	const columns = Object.values(rubricColumns).map(({ title }) => ({ title, kind: 'text' as const }));
	return { name: 'Bảng tiêu chí', columns, rows: rubricRows(rubrics) };
}

function sheetOf<K extends string>(
	name: string,
	columns: Columns<K>,
	rows: readonly Record<K, SheetCell>[],
	kinds: Partial<Record<K, SheetColumn['kind']>> = {}
): WorkbookSheet {
	const names = Object.keys(columns) as K[];
	return {
		name,
		columns: names.map((each) => ({ title: columns[each].title, kind: kinds[each] ?? 'text' })),
		rows: rows.map((row) => names.map((each) => row[each]))
	};
}
