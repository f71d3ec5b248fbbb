// Who judges in a trial: those who are seated, and as many more as each panel needs; it must not know marks.
import type { PanelCode } from '../ids.ts';
import type { JudgeCode, RecordedJudge } from '../record/record.ts';
import type { RecordedRubric } from '../record/rubric.ts';
import { panelsOf } from '../rules/panel-list.ts';
import { leastJudges } from '../rules/panels.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import { allParts, type Rules } from '../rules/rules.ts';
import type { TrialPeople } from './setting.ts';

/** Judges of a panel nobody sits in, when the rules ask for no more. */
const usualPanel = 5;
/** Judges whose sheets are added up, when the rules ask for no more. */
const largestSum = 15;

export interface TrialSeats {
	judges: RecordedJudge[];
	/** Sits in no panel: marks besides, where the rules want a further mark. */
	extra: JudgeCode;
}

/** Whole panels, for all sessions and without those who only learn. The first panel takes those who sit in none of the panels there are, when nobody sits in it. */
export function seatJudges(rules: Rules, rubrics: RecordedRubric[], people: TrialPeople): TrialSeats {
	const panels = panelsOf(rules).map(({ code }) => code);
	const taken = new Set(people.judges.map(({ code }) => code));
	const sitsIn = (judge: RecordedJudge, panel: PanelCode) => judge.panels.includes(panel);
	const marking = people.judges.filter(({ role }) => role !== 'shadow');
	const free = marking.filter((judge) => !panels.some((panel) => sitsIn(judge, panel)));
	const seated = new Map(
		marking.map((judge): [JudgeCode, RecordedJudge] => [judge.code, { ...judge, panels: [], limits: [] }])
	);
	for (const [at, panel] of panels.entries()) {
		const own = marking.filter((judge) => sitsIn(judge, panel));
		const { least, most } = sizeOf(rules, rubrics, panel);
		const sitting = (own.length > 0 || at > 0 ? own : free).slice(0, people.areSample ? most : Infinity);
		for (const { code } of sitting) seated.get(code)?.panels.push(panel);
		const wanted = Math.min(most, Math.max(least, sitting.length || usualPanel));
		for (let number = 1; number <= wanted - sitting.length; number++) {
			const code = freeCode(`${panel}-${number}`, taken);
			const role = sitting.length === 0 && number === 1 ? 'head' : 'member';
			seated.set(code, { code, name: `Giám khảo ${code}`, role, panels: [panel] });
		}
	}
	const extra = freeCode('GK+', taken);
	const judges = [...seated.values()].filter(({ panels: seats }) => seats.length > 0);
	return { judges: [...judges, { code: extra, name: 'Giám khảo chấm thêm', role: 'member', panels: [] }], extra };
}

/** As few as its rules need; where sheets are added up, no more than the part has points for. */
function sizeOf(rules: Rules, rubrics: RecordedRubric[], code: PanelCode): { least: number; most: number } {
	const seats = allParts(rules)
		.filter(isJudged)
		.flatMap((part) => part.panels.filter((panel) => panel.code === code).map((panel) => ({ part, panel })));
	const least = Math.max(1, ...seats.map(({ panel }) => leastJudges(panel)));
	const sums = seats.filter(({ panel }) => panel.aggregation.kind === 'sum');
	const most = Math.min(Infinity, ...sums.map(({ part }) => roomFor(part, rubrics)));
	return { least, most: Math.max(least, most) };
}

function roomFor({ rubric, maxPoints }: JudgedPart, rubrics: RecordedRubric[]): number {
	const max = rubrics.find(({ code }) => code === rubric)?.max ?? maxPoints;
	return Math.min(largestSum, Math.max(1, Math.round(maxPoints / max)));
}

function freeCode(wish: string, taken: Set<JudgeCode>): JudgeCode {
	const code = taken.has(wish) ? freeCode(`${wish}'`, taken) : wish;
	taken.add(code);
	return code;
}
