// What is signed under a session (R149): every counted sheet, what it adds up to, what was out of the ordinary, and where the log stood when the session was locked. It must not know who signs.
import { canonical } from './event-chain.ts';
import type { ContestId, PartCode } from './ids.ts';
import { circumstancesOf, type Circumstance, type ToldOfSheets } from './minutes-circumstances.ts';
import type { Points } from './points.ts';
import type { ContestRecord, ContestantNumber, JudgeCode } from './record/record.ts';
import { computeResult } from './result/compute.ts';
import { interestsIn } from './result/interests.ts';
import { isJudged, type JudgedPart } from './rules/parts.ts';
import type { SessionPlace } from './session-lock.ts';
import { sha256 } from './sha256.ts';

export interface MinutesDocument extends SessionPlace {
	/** Version of this document's shape. */
	format: 2;
	contest: { id: ContestId; name: string };
	/** Who locked the session and when, and the line of the log that says so. */
	lock: { by: string; at: string; line: number; hash: string };
	/** In running order. */
	rows: MinutesRow[];
	/** In the order it happened. */
	circumstances: Circumstance[];
	/** Judges of the panels with an interest in contestants of the session; left out where there is none (R154). */
	interests?: MinutesInterest[];
}

export interface MinutesInterest {
	judge: JudgeCode;
	contestant: ContestantNumber;
	/** What was declared; null for who comes from the contestant's unit. */
	reason: string | null;
	/** Whether the judge marked all the same. */
	marked: boolean;
}

export interface MinutesRow {
	number: ContestantNumber;
	name: string;
	status: 'ended' | 'absent';
	sheets: MinutesSheet[];
	/** What the panels' marks come to in each judged part, after all that the rules do to them; null where nothing counts. */
	parts: Record<PartCode, { points: Points; penalty: Points } | null>;
}

export interface MinutesSheet {
	judge: JudgeCode;
	revision: number;
	/** In hundredths. */
	total: Points;
	/** SHA-256 of the marks, as in the log. */
	marksHash: string;
}

export interface MinutesFrame extends SessionPlace {
	contestId: ContestId;
	lock: MinutesDocument['lock'];
	/** Of the turns of the session, in running order; the latest locked revision of each sheet. */
	turns: { number: ContestantNumber; status: string; sheets: MinutesSheet[] }[];
	/** Sheets of those turns, and every consultation there was. */
	told: ToldOfSheets;
}

export function minutesDocument(record: ContestRecord, frame: MinutesFrame): MinutesDocument {
	const { stage, session, contestId, lock, turns, told } = frame;
	const judged = (record.rules.stages.find(({ code }) => code === stage)?.parts ?? []).filter(isJudged);
	const scores = new Map(
		computeResult(record)
			.stages.filter((each) => each.stage === stage)
			.flatMap(({ rankings }) => rankings.flatMap(({ places }) => places))
			.map(({ contestant, score }) => [contestant, score])
	);
	const interests = interestsOf(record, judged, turns);
	const names = new Map(record.contestants.map(({ number, name }) => [number, name]));
	return {
		format: 2,
		contest: { id: contestId, name: record.contest.name },
		stage,
		session,
		lock,
		rows: turns.map(({ number, status, sheets }) => ({
			number,
			name: names.get(number) ?? '',
			status: status === 'ended' ? 'ended' : 'absent',
			sheets,
			parts: Object.fromEntries(
				judged.map(({ code }) => {
					const part = scores.get(number)?.parts[code];
					return [code, part ? { points: part.points, penalty: part.penalty } : null];
				})
			)
		})),
		circumstances: circumstancesOf(record, { stage, session, numbers: turns.map(({ number }) => number) }, told),
		...(interests.length > 0 ? { interests } : {})
	};
}

function interestsOf(record: ContestRecord, parts: JudgedPart[], turns: MinutesFrame['turns']): MinutesInterest[] {
	const panels = new Set(parts.flatMap((part) => part.panels.map(({ code }) => code)));
	const seated = new Set(
		record.judges.filter((judge) => judge.panels.some((code) => panels.has(code))).map(({ code }) => code)
	);
	const sheets = new Map(turns.map(({ number, sheets: own }) => [number, own.map(({ judge }) => judge)]));
	return interestsIn(record)
		.filter(({ judge, contestant }) => seated.has(judge) && sheets.has(contestant))
		.map(({ judge, contestant, declared }) => ({
			judge,
			contestant,
			reason: declared?.reason ?? null,
			marked: sheets.get(contestant)?.includes(judge) === true
		}));
}

/** What a hand under the minutes stands for. */
export function minutesHash(document: MinutesDocument): string {
	return sha256(canonical(document));
}

/** A hand under the minutes as it is kept. */
export interface MinutesHand {
	act: 'signed' | 'sealed';
	role: 'head_judge' | 'secretary';
	by: string;
	/** ms since the epoch. */
	at: number;
	documentHash: string;
}

export interface SignedMinutes {
	/** Those that hold for the minutes as they are, in the order given. */
	standing: MinutesHand[];
	/** Given under an earlier version: whoever signed it has to sign anew. */
	void: MinutesHand[];
	isSigned: boolean;
	isSealed: boolean;
}

/** R149: a hand holds for the very document it was given under; `hash` is null while the session is open, and then none holds. */
export function signedMinutes(hands: MinutesHand[], hash: string | null): SignedMinutes {
	const standing = hands.filter(({ documentHash }) => documentHash === hash);
	const has = (act: MinutesHand['act'], role: MinutesHand['role']) =>
		standing.some((hand) => hand.act === act && hand.role === role);
	const isSigned = has('signed', 'head_judge') && has('signed', 'secretary');
	return {
		standing,
		void: hands.filter(({ documentHash }) => documentHash !== hash),
		isSigned,
		isSealed: isSigned && has('sealed', 'head_judge')
	};
}
