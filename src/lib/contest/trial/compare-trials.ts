// Two trials side by side: who stands where now, and how far from the place before; it must not know how rules differ.
import type { Bilingual, StageCode } from '../ids.ts';
import type { Points } from '../points.ts';
import { diffResults } from '../result/diff-results.ts';
import { explainDiff } from '../result/explain-diff.ts';
import { standingTables, type StandingRow, type StandingTable } from '../standing-table.ts';
import type { Tried } from './trial.ts';

export interface TrialComparison {
	/** One sentence about everything that is announced otherwise; null when there is nothing to compare with. */
	summary: Bilingual | null;
	/** Teams, advancement, awards and nominations, a sentence each. */
	others: Bilingual[];
	tables: TrialTable[];
}

export interface TrialTable extends Omit<StandingTable, 'rows'> {
	/** Unique among the tables. */
	key: string;
	rows: TrialRow[];
	/** How many have another rank than before, or had none. */
	moved: number;
}

export interface TrialRow extends StandingRow {
	/** Where this contestant stood in the same stage; null when not there, or when there is nothing to compare with. */
	former: { rank: number | null; total: Points } | null;
	movement: Movement;
}

export type Movement = { kind: 'up' | 'down'; by: number } | { kind: 'same' | 'new' | 'none' };

export function compareTrials(before: Tried | null, after: Tried): TrialComparison {
	const former = new Map(
		(before ? standingTables(before.record, before.result) : []).flatMap(({ stage, rows }) =>
			rows.map((row) => [keyOf(stage, row.number), row])
		)
	);
	const tables = standingTables(after.record, after.result).map((table, at): TrialTable => {
		const rows = table.rows.map((row): TrialRow => {
			const old = former.get(keyOf(table.stage, row.number)) ?? null;
			return {
				...row,
				former: old && { rank: old.rank, total: old.total },
				movement: before ? movementOf(old?.rank ?? null, row.rank) : { kind: 'none' }
			};
		});
		const moved = rows.filter(({ movement: { kind } }) => kind !== 'same' && kind !== 'none').length;
		return { ...table, key: `${table.stage} ${at}`, rows, moved };
	});
	if (!before) return { summary: null, others: [], tables };
	const { summary, others } = explainDiff(after.record, diffResults(before.result, after.result));
	return { summary, others, tables };
}

function keyOf(stage: StageCode, number: string): string {
	return JSON.stringify([stage, number]);
}

function movementOf(from: number | null, to: number | null): Movement {
	if (to === null) return { kind: 'none' };
	if (from === null) return { kind: 'new' };
	if (from === to) return { kind: 'same' };
	return from > to ? { kind: 'up', by: from - to } : { kind: 'down', by: to - from };
}
