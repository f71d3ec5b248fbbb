// What a decision can be about, as lists to choose from: people, parts, sealed questions, ties and differences that wait.
import type { Bilingual, ContestId } from '../../contest/ids.ts';
import type { ExplainedProblem } from '../../contest/preflight/problem.ts';
import type { RecordedKey, RecordedQuestionKind } from '../../contest/record/question.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { panelScoreOf } from '../../contest/result/panel-scores.ts';
import { indexRecord } from '../../contest/result/record-index.ts';
import type { ContestResult } from '../../contest/result/result.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { allParts } from '../../contest/rules/rules.ts';
import { decidedTieBreaks, type DecidedTieBreak } from '../../contest/rules/ties.ts';
import { readQuestionsAsAsked } from '../stores/bank.ts';
import type { QuarantinedAnswer } from '../stores/quarantine.ts';
import type { Queryable } from '../stores/queryable.ts';
import { undecidedAnswers } from '../stores/undecided-answers.ts';

interface Titled {
	code: string;
	title: Bilingual;
}

export interface DecisionChoices {
	contestants: { number: string; name: string }[];
	units: { code: string; name: string }[];
	judges: { code: string; name: string }[];
	stages: Titled[];
	parts: (Titled & { stage: string })[];
	judgedParts: Titled[];
	panels: Titled[];
	sessions: Titled[];
	awards: Titled[];
	/** Stages somebody goes on from. */
	advancing: Titled[];
	/** Contestants whose turn of a stage has ended. */
	ended: { stage: string; number: string; name: string }[];
	/** Sealed ones; for those who may not see the bank, only what the hall has been shown. The present key of the one that was asked for alone: consoles stand near projectors. */
	questions: {
		code: string;
		/** Title of the round it was asked in. */
		round: string;
		text: string;
		kind: RecordedQuestionKind;
		options: { id: string; text: string }[];
		targets: { id: string; text: string }[];
		key: RecordedKey | null;
		isVoid: boolean;
	}[];
	/** Answers put aside that nobody has decided about, in the order they arrived. */
	aside: QuarantinedAnswer[];
	ties: { stage: string; key: DecidedTieBreak; contestants: string[] }[];
	/** Differences that wait; another judge's sheet settles one only where `mayUseOther`. */
	differences: { part: string; panel: string; contestant: string; mayUseOther: boolean }[];
	problems: { code: string; path: string; text: Bilingual }[];
}

export async function readDecisionChoices(
	db: Queryable,
	contestId: ContestId,
	{
		record,
		result,
		problems,
		seesKey,
		keyOf
	}: {
		record: ContestRecord;
		result: ContestResult;
		problems: ExplainedProblem[];
		seesKey: (question: string) => boolean;
		keyOf: string | null;
	}
): Promise<DecisionChoices> {
	const { rules } = record;
	const titled = ({ code, title }: Titled) => ({ code, title });
	const nameOf = new Map(record.contestants.map(({ number, name }) => [number, name]));
	const judged = allParts(rules).filter(isJudged);
	const panels = new Map(judged.flatMap((part) => part.panels.map((panel) => [panel.code, titled(panel)])));
	return {
		contestants: record.contestants.map(({ number, name }) => ({ number, name })),
		units: record.units.map(({ code, name }) => ({ code, name })),
		judges: record.judges.map(({ code, name }) => ({ code, name })),
		stages: rules.stages.map(titled),
		parts: rules.stages.flatMap((stage) => stage.parts.map((part) => ({ ...titled(part), stage: stage.code }))),
		judgedParts: judged.map(titled),
		panels: [...panels.values()],
		sessions: rules.stages.flatMap(({ sessions }) => sessions.map(titled)),
		awards: rules.awards.map(titled),
		advancing: rules.stages.filter(({ advancement }) => advancement !== null).map(titled),
		ended: record.turns
			.filter(({ status }) => status === 'ended')
			.map(({ stage, contestant }) => ({ stage, number: contestant, name: nameOf.get(contestant) ?? '' })),
		questions: (await sealedQuestions(db, contestId, record, keyOf)).filter(({ code }) => seesKey(code)),
		aside: await undecidedAnswers(db, contestId),
		ties: result.missing.flatMap((missing) => {
			const key = missing.kind === 'tie' ? decidedTieBreaks.find((each) => each === missing.key) : undefined;
			return missing.kind === 'tie' && key ? [{ stage: missing.stage, key, contestants: missing.contestants }] : [];
		}),
		differences: result.missing.flatMap((missing) =>
			missing.kind === 'divergence'
				? missing.contestants.map((contestant) => ({
						part: missing.part,
						panel: missing.panel,
						contestant,
						mayUseOther:
							panelScoreOf(result, {
								part: missing.part,
								panel: missing.panel,
								contestant
							})?.divergence?.action.startsWith('extra-') === true
					}))
				: []
		),
		problems: problems.map(({ code, path, text }) => ({ code, path, text }))
	};
}

/** With corrected keys. */
async function sealedQuestions(
	db: Queryable,
	contestId: ContestId,
	record: ContestRecord,
	keyOf: string | null
): Promise<DecisionChoices['questions']> {
	const { questions, voided } = indexRecord(record);
	const roundOf = new Map(
		record.rounds.flatMap((round) => round.questions.map(({ question }) => [question, round.title]))
	);
	return (await readQuestionsAsAsked(db, contestId)).flatMap(({ code, text, options, targets }) => {
		const sealed = questions.get(code);
		if (!sealed) return [];
		return [
			{
				code,
				round: roundOf.get(code) ?? '',
				text,
				kind: sealed.kind,
				options,
				targets,
				key: code === keyOf ? sealed.key : null,
				isVoid: voided.has(code)
			}
		];
	});
}
