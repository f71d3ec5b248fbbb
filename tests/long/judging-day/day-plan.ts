// What happens on the day, from a seed alone: who marks whom how, and at which places of the order something is otherwise; it must not know any page.
import type { Criterion } from '../../../src/lib/contest/rubric.ts';
import { repeatableRandom } from '../../../src/cli/rehearsal/random.ts';

/** Hundredths by criterion. */
export type SheetMarks = Record<string, number>;

export const tablets = ['GK01', 'GK02', 'GK03', 'GK04', 'GK05', 'GK06', 'GK07'];
export const [recused, reopened, far, onPaper, replaced] = ['GK03', 'GK02', 'GK02', 'GK05', 'GK06'] as const;
export const cutOff = ['GK04', 'GK07'];
export const [substitute, third] = ['GK08', 'GK09'] as const;
/** Both sit in no panel. */
export const aside = `code,full_name,role,position
${substitute},Lương Thị Thay,Ủy viên,Báo cáo viên cấp tỉnh
${third},Đoàn Văn Ba,Ủy viên,Giảng viên Trường Chính trị tỉnh
`;

/** Positions in the running order, from 0. */
export interface DayPlan {
	contestants: number;
	perSession: number;
	recusalAt: number;
	/** In a row. */
	cutAt: number[];
	reopenedAt: number;
	/** In a row. */
	paperAt: number[];
	/** So far apart that it is talked over; that another judge marks. */
	consultAt: number;
	thirdAt: number;
	/** What the judge gives at first, and after the consultation. */
	marks(position: number, judge: string): SheetMarks;
	revised(position: number, judge: string): SheetMarks;
}

/** The panel of a session: from the second one on the substitute sits in the place of another. */
export const panelOf = (session: number): string[] =>
	session === 0 ? tablets : tablets.map((code) => (code === replaced ? substitute : code));

const farBy = { consult: 14, third: 36 };

export function planDay(seed: number, contestants: number, criteria: Criterion[]): DayPlan {
	const perSession = contestants / 3;
	// In a whole day it begins in the middle of a session.
	const [from, length] = perSession >= 12 ? [perSession / 2, 3] : [1, 1];
	const row = (start: number) => Array.from({ length }, (_, at) => start + at);
	const consultAt = perSession + from + length;
	const thirdAt = 2 * perSession + from;
	const honest = (position: number, judge: string) => {
		const random = repeatableRandom(seed * 1_000_000 + position * 100 + Number(judge.slice(2)));
		const marks = qualityOf(position);
		const difference = Math.floor(random() * 5) - 2;
		for (let step = 0; step < Math.abs(difference); step++) {
			const { code, step: size } = criteria[(step * 3 + Math.floor(random() * 3)) % criteria.length]!;
			marks[code] = marks[code]! + Math.sign(difference) * size;
		}
		return marks;
	};
	/** Between a half and nine tenths of each criterion. */
	function qualityOf(position: number): SheetMarks {
		const random = repeatableRandom(seed * 1_000_000 + position * 100);
		return Object.fromEntries(
			criteria.map(({ code, max, step }) => [code, step * Math.floor((max / step) * (0.5 + 0.35 * random()))])
		);
	}
	return {
		contestants,
		perSession,
		recusalAt: 0,
		cutAt: row(from),
		reopenedAt: from + length,
		paperAt: row(perSession + from),
		consultAt,
		thirdAt,
		marks(position, judge) {
			const marks = honest(position, judge);
			if (judge !== far) return marks;
			if (position === consultAt) return lowered(marks, criteria, farBy.consult);
			return position === thirdAt ? lowered(marks, criteria, farBy.third) : marks;
		},
		revised: honest
	};
}

/** So many steps less in all, from each criterion in turn. */
function lowered(marks: SheetMarks, criteria: Criterion[], steps: number): SheetMarks {
	const low = { ...marks };
	for (let left = steps, at = 0; left > 0; at++) {
		const { code, step, min } = criteria[at % criteria.length]!;
		if (low[code]! - step < min) continue;
		low[code] = low[code]! - step;
		left--;
	}
	return low;
}
