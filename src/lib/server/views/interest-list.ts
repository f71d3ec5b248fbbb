// Conflicts of interest as the console lists them: found by the unit, judge by judge, and declared, one by one; it must not know marks.
import type { ContestRecord } from '../../contest/record/record.ts';
import { interestsIn } from '../../contest/result/interests.ts';
import type { ContestRow } from '../stores/contests.ts';
import { readInterests, standingInterests, type InterestRow } from '../stores/interests.ts';
import { recordedJudge } from '../stores/markers.ts';
import { readContestants, readJudges, readUnits } from '../stores/people.ts';
import type { Queryable } from '../stores/queryable.ts';

export interface InterestList {
	/** Judges who come from the unit of contestants. */
	sameUnit: { judge: string; name: string; unit: string; numbers: string[] }[];
	/** Those that hold, in the order declared. */
	declared: {
		id: string;
		judge: string;
		name: string;
		/** "TS012 Nguyễn Văn An", or the name of the unit. */
		about: string;
		/** Numbers of the contestants it keeps the judge from. */
		numbers: string[];
		reason: string;
		by: string;
		byAccount: string;
		/** ms since the epoch. */
		at: number;
	}[];
	/** Whether the rules let an interested judge mark all the same. */
	isOnlyNamed: boolean;
}

export async function readInterestList(
	db: Queryable,
	{ id, rules }: Pick<ContestRow, 'id' | 'rules'>
): Promise<InterestList> {
	const [judges, contestants, units, rows] = await Promise.all([
		readJudges(db, id),
		readContestants(db, id),
		readUnits(db, id),
		readInterests(db, id)
	]);
	const facts = {
		judges: judges.map(recordedJudge),
		contestants: contestants.map((row) => ({ ...row, unit: row.unitCode, name: row.fullName })),
		interests: [] as ContestRecord['interests']
	};
	const numbersOf = (judge: string, interests: ContestRecord['interests']) =>
		interestsIn({ ...facts, judges: facts.judges.filter(({ code }) => code === judge), interests });
	const unitName = new Map(units.map(({ code, name }) => [code, name]));
	const nameOf = new Map(judges.map(({ code, fullName }) => [code, fullName]));
	const aboutOf = ({ contestantNumber, unitCode }: InterestRow) =>
		contestantNumber === null
			? (unitName.get(unitCode ?? '') ?? '')
			: `${contestantNumber} ${contestants.find(({ number }) => number === contestantNumber)?.fullName ?? ''}`;
	return {
		sameUnit: judges.flatMap(({ code, fullName, unitCode }) => {
			const numbers = numbersOf(code, []).map(({ contestant }) => contestant);
			return numbers.length > 0
				? [{ judge: code, name: fullName, unit: unitName.get(unitCode ?? '') ?? '', numbers }]
				: [];
		}),
		declared: rows
			.filter(({ withdrawnAt }) => withdrawnAt === null)
			.map((row) => ({
				id: row.id,
				judge: row.judgeCode,
				name: nameOf.get(row.judgeCode) ?? '',
				about: aboutOf(row),
				numbers: numbersOf(row.judgeCode, standingInterests([row]))
					.filter(({ declared }) => declared !== null)
					.map(({ contestant }) => contestant),
				reason: row.reason,
				by: row.declaredBy,
				byAccount: row.declaredByAccount,
				at: row.declaredAt.getTime()
			})),
		isOnlyNamed: rules.interestedMark === true
	};
}
