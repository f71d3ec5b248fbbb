// What holds for every result whatever the contest (R40, R43, R57, R174, R184, R190, R191): random contests with random rules.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { canonical } from '../event-chain.ts';
import type { Points, Ratio } from '../points.ts';
import { decisionsOf, standingDecisions } from '../record/decision.ts';
import type { ContestRecord } from '../record/record.ts';
import { aRandomContest } from './random-contest.fixture.ts';
import { computeResult } from './compute.ts';
import type { Place } from './result.ts';
import { roundPoints } from './rounding.ts';

const runs = { numRuns: 1000 };
/** A thousand contests take a few seconds, and longer on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });
const placesOf = (record: ContestRecord): Place[] =>
	computeResult(record).stages.flatMap(({ rankings }) => rankings.flatMap(({ places }) => places));

test('R190 the order of the lists of a record changes nothing', () => {
	fc.assert(
		fc.property(aRandomContest(), fc.infiniteStream(fc.nat()), (record, chance) => {
			const shuffled = <Item>(items: Item[]) =>
				items
					.map((item) => [chance.next().value as number, item] as const)
					.sort(([a], [b]) => a - b)
					.map(([, item]) => item);
			const other: ContestRecord = {
				...record,
				rubrics: shuffled(record.rubrics),
				units: shuffled(record.units),
				contestants: shuffled(record.contestants),
				judges: shuffled(record.judges),
				questions: shuffled(record.questions),
				rounds: shuffled(record.rounds),
				answers: shuffled(record.answers),
				turns: shuffled(record.turns),
				sheets: shuffled(record.sheets),
				given: shuffled(record.given),
				decisions: shuffled(record.decisions)
			};
			expect(computeResult(other)).toEqual(computeResult(record));
		}),
		runs
	);
});

test('R58, R190 a record written as canonical text and read again gives the same result', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const read = JSON.parse(canonical(record)) as ContestRecord;
			expect(canonical(computeResult(read))).toBe(canonical(computeResult(record)));
		}),
		runs
	);
});

/** Σ numerator / denominator of all, as one fraction of big integers: no code of the rules. */
function sum(values: Ratio[]): { top: bigint; bottom: bigint } {
	return values.reduce(
		({ top, bottom }, { numerator, denominator }) => ({
			top: top * BigInt(denominator) + BigInt(numerator) * bottom,
			bottom: bottom * BigInt(denominator)
		}),
		{ top: 0n, bottom: 1n }
	);
}

const atLeast0 = (points: Points) => Math.max(0, points);

test('R40 rounded part by part, the printed parts, carried totals and decisions add up to the total', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const { rounding } = record.rules;
			fc.pre(rounding.at === 'part');
			for (const { score, total } of placesOf(record)) {
				const parts = Object.values(score.parts).reduce((points, part) => points + (part?.points ?? 0), 0);
				const carried = score.carried.reduce((points, each) => points + roundPoints(each.points, rounding), 0);
				expect(total).toBe(atLeast0(parts + carried + score.adjusted));
			}
		}),
		runs
	);
});

test('R2, R40 rounded once at the end, the total is less than one grain from the exact sum, and never half of one beyond it', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const { at, mode, decimals } = record.rules.rounding;
			fc.pre(at === 'total');
			const grain = 10n ** BigInt(2 - decimals);
			for (const { score, total } of placesOf(record)) {
				const parts = Object.values(score.parts).flatMap((part) => (part ? [part.counted] : []));
				const carried = score.carried.map(({ points }) => points);
				const { top, bottom } = sum([...parts, ...carried, { numerator: score.adjusted, denominator: 1 }]);
				const exact = top < 0n ? 0n : top;
				const off = BigInt(total) * bottom - exact;
				expect(BigInt(total) % grain).toBe(0n);
				if (mode === 'up') expect(off >= 0n && off < grain * bottom).toBe(true);
				else if (mode === 'down') expect(off <= 0n && -off < grain * bottom).toBe(true);
				else expect(2n * (off < 0n ? -off : off) <= grain * bottom).toBe(true);
			}
		}),
		runs
	);
});

test('R43, R191 ranks follow totals and are skipped after shared ones; each stage has those who went on, and nobody else', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			let expected = record.contestants.map(({ number }) => number);
			for (const { rankings, advancement } of computeResult(record).stages) {
				const there = rankings.flatMap(({ places }) => places.map(({ contestant }) => contestant));
				expect([...there].sort()).toEqual([...expected].sort());
				for (const { places } of rankings) {
					const ranked = places.filter(({ rank }) => rank !== null);
					for (const [at, { rank, shared, total }] of ranked.entries()) {
						const before = ranked[at - 1];
						expect(rank).toBe(before?.rank === rank ? rank : at + 1);
						if (before) expect(before.total).toBeGreaterThanOrEqual(total);
						expect(shared).toBe(ranked.filter((other) => other.rank === rank).length > 1);
					}
					expect(places.slice(ranked.length).every(({ score }) => score.status !== 'competing')).toBe(true);
				}
				expected = advancement?.goingOn.map(({ contestant }) => contestant) ?? [];
			}
		}),
		runs
	);
});

test('R174–R177, R179 each goes on once, and by decision only with the reason; nobody who was taken out', () => {
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			for (const { stage, rankings, advancement } of computeResult(record).stages) {
				if (!advancement) continue;
				const numbers = advancement.goingOn.map(({ contestant }) => contestant);
				expect(new Set(numbers).size).toBe(numbers.length);
				const ranked = rankings.flatMap(({ places }) => places.filter(({ rank }) => rank !== null));
				expect(numbers.every((number) => ranked.some(({ contestant }) => contestant === number))).toBe(true);
				const last = new Map(
					decisionsOf(standingDecisions(record.decisions), 'advance')
						.filter((decision) => decision.stage === stage)
						.map(({ contestant, goesOn }) => [contestant, goesOn])
				);
				const fit = ranked.map(({ contestant }) => contestant);
				for (const [contestant, goesOn] of last)
					expect(numbers.includes(contestant)).toBe(goesOn && fit.includes(contestant));
			}
		}),
		runs
	);
});

test('R180, R184–R186 without decisions nobody has two awards by rank, who may not win has none, and caps hold', () => {
	fc.assert(
		fc.property(aRandomContest(), (drawn) => {
			const record = { ...drawn, decisions: drawn.decisions.filter(({ kind }) => kind !== 'award') };
			const { awards, units } = computeResult(record);
			const { rules, contestants } = record;
			const byRank = rules.awards.filter(({ source }) => source.kind === 'rank').map(({ code }) => code);
			const holders = awards
				.filter(({ award }) => byRank.includes(award))
				.flatMap(({ winners }) => winners.map(({ contestant }) => contestant));
			expect(new Set(holders).size).toBe(holders.length);
			const all = awards.flatMap(({ winners }) => winners.map(({ contestant }) => contestant));
			expect(contestants.filter(({ number, mayWin }) => !mayWin && all.includes(number))).toEqual([]);
			const tookPart = units.reduce((count, unit) => count + unit.tookPart, 0);
			for (const cap of rules.awardCaps) {
				const given = awards
					.filter(({ award }) => cap.awards.includes(award))
					.reduce((count, { winners }) => count + winners.length, 0);
				expect(given * 100).toBeLessThanOrEqual(tookPart * cap.percent);
			}
		}),
		runs
	);
});

test('R57 nothing is missing only where every part of everybody who competes has points', () => {
	let complete = 0;
	fc.assert(
		fc.property(aRandomContest(), (record) => {
			const { stages, missing } = computeResult(record);
			if (missing.length > 0) return;
			complete++;
			for (const { stage, rankings } of stages) {
				const skipped = new Set(
					record.turns.filter((turn) => turn.stage === stage && turn.status === 'absent').map((turn) => turn.contestant)
				);
				for (const { contestant, score } of rankings.flatMap(({ places }) => places)) {
					if (score.status !== 'competing' || skipped.has(contestant)) continue;
					expect(Object.values(score.parts)).not.toContain(null);
				}
			}
		}),
		runs
	);
	expect(complete).toBeGreaterThan(100);
});

test('R20 one better mark never costs a rank where nothing is excluded and nobody must agree', () => {
	fc.assert(
		fc.property(aRandomContest({ monotone: true }), fc.nat(), fc.nat(), (record, which, step) => {
			const sheet = record.sheets[which % Math.max(1, record.sheets.length)];
			fc.pre(sheet !== undefined);
			const criteria = record.rubrics
				.flatMap((rubric) => rubric.criteria)
				.filter(({ code }) => sheet.marks[code] != null);
			const criterion = criteria[step % Math.max(1, criteria.length)];
			fc.pre(criterion !== undefined);
			const mark = sheet.marks[criterion.code];
			fc.pre(mark != null && mark + criterion.step <= criterion.max);
			const better: ContestRecord = {
				...record,
				sheets: record.sheets.map((each) =>
					each === sheet ? { ...each, marks: { ...each.marks, [criterion.code]: mark + criterion.step } } : each
				)
			};
			const rankIn = (contest: ContestRecord) =>
				placesOf(contest).find(({ contestant }) => contestant === sheet.contestant)?.rank ?? 0;
			expect(rankIn(better)).toBeLessThanOrEqual(rankIn(record));
		}),
		runs
	);
});
