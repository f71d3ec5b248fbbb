// A second, independent count of every part and total in plain SQL; it shares no code with the rules, so that each can prove the other wrong.
import type { ContestantId, ContestId, PartCode } from '../../contest/ids.ts';
import type { Points } from '../../contest/points.ts';
import type { Queryable } from './queryable.ts';
import { recountJudgedParts } from './recount-judged-parts.ts';
import { recountQuizParts } from './recount-quiz-parts.ts';

/** Points of one contestant in one part; null while nothing counts there. */
export interface RecountedPart {
	contestantId: ContestantId;
	partCode: PartCode;
	points: Points | null;
}

export interface RecountedLine {
	contestantId: ContestantId;
	parts: Record<PartCode, Points | null>;
	/** Sum of the parts that have points. */
	total: Points;
}

/** Everybody entered in the contest, whatever their status; who is ranked is for the rules to say. */
export async function recountInSql(db: Queryable, contestId: ContestId): Promise<RecountedLine[]> {
	const parts = [...(await recountQuizParts(db, contestId)), ...(await recountJudgedParts(db, contestId))];
	const lines = new Map<ContestantId, RecountedLine>();
	for (const { contestantId, partCode, points } of parts) {
		const line = lines.get(contestantId) ?? { contestantId, parts: {}, total: 0 };
		line.parts[partCode] = points;
		line.total += points ?? 0;
		lines.set(contestantId, line);
	}
	return [...lines.values()];
}
