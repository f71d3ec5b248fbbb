// What each line of the log is about, in what a reader knows: whose turn, which part, which question, whose sheet; no marks but a total.
import type { Bilingual } from '../../contest/ids.ts';
import { isJudged } from '../../contest/rules/parts.ts';
import { partOf, stageOf } from '../../contest/rules/rules.ts';
import type { ContestRow } from '../stores/contests.ts';
import type { ContestEventRow } from '../stores/events.ts';
import { markersOf, readSeating } from '../stores/markers.ts';
import { readContestants } from '../stores/people.ts';
import { readRegistrations } from '../stores/registrations.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readDisplayNames } from '../stores/accounts.ts';
import { readRounds } from '../stores/rounds.ts';
import { readTurns, type TurnRecord } from '../stores/turns.ts';

export interface LogSubject {
	turnId: string | null;
	/** "TS07 Nguyễn Thị Minh Thu" */
	person: string | null;
	/** When it is about several people. */
	people: number | null;
	/** "GK03 Trần Văn A", where somebody else acted. */
	judge: string | null;
	/** The stage where there are several, or the parts on a sheet. */
	parts: Bilingual[];
	/** Title of the round of questions. */
	round: string | null;
	/** It came about by itself, with the last of those awaited. */
	isWhole: boolean;
	/** That was given to somebody or taken away. */
	role: string | null;
	/** As what people were noted at the roll call, unless they are there. */
	attendance: string | null;
	/** From 1. */
	question: number | null;
	/** Which kind of decision. */
	decision: string | null;
	/** Which kind of lots. */
	draw: string | null;
	/** Of a whole sheet, in hundredths. */
	total: number | null;
}

type Facts = Record<string, unknown>;

/** In the order of the lines, which are the whole log: a round's lines name its question only when it is shown. */
export async function logSubjects(
	db: Queryable,
	contest: ContestRow,
	lines: ContestEventRow[]
): Promise<{ line: ContestEventRow; about: LogSubject }[]> {
	const accountIds = lines.flatMap(({ payload }) => text((payload as Facts).accountId) ?? []);
	const [contestants, seating, rounds, turns, registrations, staffNames] = await Promise.all([
		readContestants(db, contest.id),
		readSeating(db, contest),
		readRounds(db, contest.id),
		readTurns(db, contest.id),
		readRegistrations(db, contest.id),
		readDisplayNames(db, accountIds)
	]);
	const byId = new Map(contestants.map((row) => [row.id, `${row.number} ${row.fullName}`]));
	const registered = new Map(registrations.map((row) => [row.id, `${row.fullName} (${row.unitName})`]));
	const byNumber = new Map(contestants.map((row) => [row.number, `${row.number} ${row.fullName}`]));
	const judgeNames = new Map(seating.judges.map(({ code, fullName }) => [code, fullName]));
	const roundTitles = new Map(rounds.map(({ id, title }) => [id, title]));
	const turnsById = new Map(turns.map((turn) => [turn.id, turn]));
	const markers = new Map(contest.rules.stages.map((stage) => [stage.code, markersOf(stage, seating)]));
	const shownNow = new Map<string, number>();
	const proposedFor = new Map<string, string | null>();

	function personOf(facts: Facts, content: Facts): string | null {
		const number = text(facts.number) ?? text(content.contestant) ?? only(facts.numbers);
		return (
			byId.get(text(facts.contestantId) ?? '') ??
			byNumber.get(number ?? '') ??
			number ??
			registered.get(text(facts.registrationId) ?? '') ??
			staffNames.get(text(facts.accountId) ?? '') ??
			text(facts.login)
		);
	}

	/** Lines that settle a proposal name only it; whom it is about stands in the line that put it forward. */
	function personAbout(facts: Facts): string | null {
		const proposal = text(facts.proposalId) ?? '';
		const person = personOf(facts, (facts.content ?? {}) as Facts) ?? proposedFor.get(proposal) ?? null;
		if (proposal !== '') proposedFor.set(proposal, person);
		return person;
	}

	/** Of several stages the whole one has a name; else a sheet names its parts, and a turn needs no more than its contestant. */
	function partsOf(facts: Facts, turn: TurnRecord | undefined): Bilingual[] {
		const given = partOf(contest.rules, text(facts.part) ?? '');
		if (given) return [given.title];
		const stage = turn && stageOf(contest.rules, turn.stage);
		if (!stage) return [];
		const judged = stage.parts.filter(isJudged);
		const own = markers.get(stage.code)?.partsOf(text(facts.judge) ?? '', turn.contestant.number, turn.session) ?? [];
		if (contest.rules.stages.length > 1 && (own.length === 0 || own.length === judged.length)) return [stage.title];
		return own.map(({ title }) => title);
	}

	/** Whose question a line of a round is about: the one that was shown last. */
	function questionOf(kind: string, round: string | null, facts: Facts): number | null {
		if (round === null || !/question|timer|answers|key/.test(kind)) return null;
		if (typeof facts.questionIndex === 'number') shownNow.set(round, facts.questionIndex);
		const index = shownNow.get(round);
		return index === undefined ? null : index + 1;
	}

	function aboutOf({ kind, actor, payload }: ContestEventRow): LogSubject {
		const facts = payload as Facts;
		const round = text(facts.roundId);
		const code = text(facts.judge);
		const isOwn = code !== null && judgeNames.get(code) === actor.name;
		const turnId = text(facts.turnId);
		return {
			turnId,
			person: personAbout(facts),
			people: Array.isArray(facts.numbers) && facts.numbers.length !== 1 ? facts.numbers.length : null,
			judge: code === null || isOwn ? null : `${code} ${judgeNames.get(code) ?? ''}`.trim(),
			parts: partsOf(facts, turnsById.get(turnId ?? '')),
			round: roundTitles.get(round ?? '') ?? text(facts.title),
			isWhole: facts.isWhole === true,
			role: text(facts.role),
			attendance: kind === 'attendance-noted' && facts.as !== 'present' ? text(facts.as) : null,
			question: questionOf(kind, round, facts),
			decision: text(facts.decision),
			draw: text(facts.draw),
			total: typeof facts.total === 'number' ? facts.total : null
		};
	}

	return lines.map((line) => ({ line, about: aboutOf(line) }));
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function only(value: unknown): string | null {
	return Array.isArray(value) && value.length === 1 ? text(value[0]) : null;
}
