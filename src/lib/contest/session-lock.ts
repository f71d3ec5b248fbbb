// Whether the marking of a session can be locked (R148), and who is missing; it must not know who locks it.
import type { GroupCode, StageCode } from './ids.ts';
import type { ContestantNumber, ContestRecord, JudgeCode } from './record/record.ts';
import { indexRecord, type RecordIndex } from './result/record-index.ts';
import { seatsOf } from './result/expected-judges.ts';
import { whoMarks } from './result/who-marks.ts';
import { leastJudges } from './rules/panels.ts';
import { isJudged } from './rules/parts.ts';
import type { Stage } from './rules/rules.ts';
import { lackingJudges } from './whole-turn.ts';

/** A session of a stage; null where the stage has none. */
export interface SessionPlace {
	stage: StageCode;
	session: GroupCode | null;
}

export interface SessionState extends SessionPlace {
	/** Contestants who compete and are there, in running order as the record has it. */
	held: ContestantNumber[];
	/** Of these, whose turn has not ended. */
	waiting: ContestantNumber[];
	/** Sheets still out of turns that have ended, by judge. */
	missing: { judge: JudgeCode; numbers: ContestantNumber[] }[];
	/** For whom fewer judges are expected than a panel needs (R156); it stands in nobody's way here. */
	short: ContestantNumber[];
	/** R148. */
	canLock: boolean;
}

/** Every session of every judged stage that has turns, in the order of the record. */
export function sessionStates(record: ContestRecord): SessionState[] {
	const index = indexRecord(record);
	const markers = new Map(index.rules.stages.map((stage) => [stage.code, whoMarks(index, stage)]));
	const isShort = new Map(index.rules.stages.map((stage) => [stage.code, shortIn(index, stage)]));
	const states = new Map<string, SessionState>();
	for (const turn of record.turns) {
		const ofStage = markers.get(turn.stage);
		const contestant = index.contestants.get(turn.contestant);
		if (!ofStage || contestant?.status !== 'competing' || turn.status === 'absent') continue;
		const place = `${turn.stage} ${turn.session ?? ''}`;
		const state = states.get(place) ?? {
			stage: turn.stage,
			session: turn.session,
			held: [],
			waiting: [],
			missing: [],
			short: [],
			canLock: true
		};
		states.set(place, state);
		state.held.push(turn.contestant);
		if (isShort.get(turn.stage)?.(turn.contestant, turn.session)) state.short.push(turn.contestant);
		if (turn.status !== 'ended') state.waiting.push(turn.contestant);
		else
			for (const judge of lackingJudges(index, ofStage, turn)) {
				const own = state.missing.find((each) => each.judge === judge);
				if (own) own.numbers.push(turn.contestant);
				else state.missing.push({ judge, numbers: [turn.contestant] });
			}
	}
	return [...states.values()].map((state) => ({
		...state,
		missing: state.missing.sort((a, b) => (a.judge < b.judge ? -1 : 1)),
		canLock: state.waiting.length === 0 && state.missing.length === 0
	}));
}

/** R156: whether some panel of the stage has fewer judges for a contestant than its marking needs. */
function shortIn(
	index: RecordIndex,
	stage: Stage
): (contestant: ContestantNumber, session: GroupCode | null) => boolean {
	const panels = stage.parts
		.filter(isJudged)
		.flatMap((part) =>
			part.panels.map((panel) => ({ least: leastJudges(panel), seats: seatsOf(index, stage.code, part, panel) }))
		);
	return (contestant, session) =>
		panels.some(({ least, seats }) => seats.expectedFor(contestant, session).length < least);
}
