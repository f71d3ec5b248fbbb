// The sheets of a trial: each judge near what the contestant deserves, some severe, some mild, now and then one far away; it must not add up.
import type { CriterionCode } from '../ids.ts';
import type { RecordedSheet } from '../record/record.ts';
import type { RecordedCriterion, RecordedRubric } from '../record/rubric.ts';
import { isJudged, type JudgedPart } from '../rules/parts.ts';
import { allParts, type Rules, type Stage } from '../rules/rules.ts';
import type { Chance } from './chance.ts';
import { strengthIn, type Performer } from './performers.ts';
import type { TrialSeats } from './seats.ts';
import type { TrialSetting } from './setting.ts';

/** A rubric as it is marked with in a stage. */
interface MarkedRubric {
	rubric: RecordedRubric;
	/** How many stages before mark with it: so that a name of a stage changes no mark. */
	time: number;
	/** Of a panel that has to agree all sheets are the same. */
	agreeing: Set<string>;
}

/** A complete, locked sheet of every judge for everybody in every stage that is judged. */
export function trialSheets(
	rules: Rules,
	{ rubrics, preparedFor }: TrialSetting,
	seats: TrialSeats,
	performers: Performer[],
	chance: Chance
): RecordedSheet[] {
	const trade = tradeOf(preparedFor, rubrics);
	return rules.stages.flatMap((stage, at) => {
		const marked = rubrics
			.filter(({ code }) => partsWith(stage, code).length > 0)
			.map((rubric): MarkedRubric => ({
				rubric,
				time: rules.stages.slice(0, at).filter((before) => partsWith(before, rubric.code).length > 0).length,
				agreeing: agreeingJudges(partsWith(stage, rubric.code), seats)
			}));
		if (marked.length === 0) return [];
		return performers.flatMap((performer) =>
			seats.judges.map(({ code: judge }): RecordedSheet => {
				const marks = Object.fromEntries(marked.flatMap((each) => marksOf(each, performer.luck, judge, chance)));
				if (performer.isTwin && trade) exchange(marks, trade);
				return { stage: stage.code, contestant: performer.number, judge, isLocked: true, marks };
			})
		);
	});
}

function partsWith({ parts }: Stage, rubric: string): JudgedPart[] {
	return parts.filter(isJudged).filter((part) => part.rubric === rubric);
}

function agreeingJudges(parts: JudgedPart[], { judges }: TrialSeats): Set<string> {
	const panels = parts.flatMap(({ panels: all }) => all.filter(({ aggregation }) => aggregation.kind === 'consensus'));
	const codes = new Set(panels.map(({ code }) => code));
	return new Set(judges.filter((judge) => judge.panels.some((panel) => codes.has(panel))).map(({ code }) => code));
}

function marksOf(
	{ rubric, time, agreeing }: MarkedRubric,
	luck: string,
	judge: string,
	chance: Chance
): [CriterionCode, number][] {
	const strength = strengthIn(chance, luck, rubric.code) + chance.around(40, 'on the day', rubric.code, time, luck);
	const isAgreed = agreeing.has(judge);
	const isFar = chance.below(45, 'far', rubric.code, time, luck, judge) === 0;
	const own = isAgreed ? 0 : chance.around(60, 'severity', judge) - (isFar ? 230 : 0);
	return rubric.criteria.map(({ code, min, max, step }) => {
		const inCriterion = chance.around(90, 'criterion', code, time, luck);
		const seen = isAgreed ? 0 : chance.around(70, 'mark', code, time, luck, judge);
		const steps = (max - min) / step;
		const reached = Math.round((steps * (strength + own + inCriterion + seen)) / 1000);
		return [code, min + step * Math.min(steps, Math.max(0, reached))];
	});
}

/** One step more in the first thing that is marked, one less in the last: the sum is the same where both count alike. */
interface Trade {
	up: RecordedCriterion;
	down: RecordedCriterion;
}

function tradeOf(preparedFor: Rules, rubrics: RecordedRubric[]): Trade | null {
	const used = allParts(preparedFor)
		.filter(isJudged)
		.map(({ rubric }) => rubric);
	const criteria = used.flatMap((code) => rubrics.find((rubric) => rubric.code === code)?.criteria ?? []);
	const [up, down] = [criteria[0], criteria.at(-1)];
	return up && down && up !== down && up.step * up.weight === down.step * down.weight ? { up, down } : null;
}

function exchange(marks: Record<CriterionCode, number>, { up, down }: Trade): void {
	const [more, less] = [marks[up.code], marks[down.code]];
	if (more === undefined || less === undefined || more + up.step > up.max || less - down.step < down.min) return;
	marks[up.code] = more + up.step;
	marks[down.code] = less - down.step;
}
