// Holds stored conflicts of interest against the log (R71): who was kept from marking whom is what was declared. It must not know any store.
import type { ChainedLine } from './event-chain.ts';

export interface StoredInterest {
	id: string;
	judgeId: string;
	/** One of the two. */
	contestantId: string | null;
	unitId: string | null;
	reason: string;
	declaredBy: string;
	/** ms since the epoch. */
	declaredAt: number;
	/** Null while it stands. */
	withdrawnBy: string | null;
	withdrawnAt: number | null;
	withdrawnReason: string | null;
}

export interface BadInterest {
	ok: false;
	bad: 'interest';
	/** The line that speaks of it; null when none does. */
	sequence: number | null;
	id: string;
}

interface ToldInterest {
	interestId: string;
	reason: string;
	/** Lines of earlier programs do not tell these three. */
	judgeId?: string;
	contestantId?: string | null;
	unitId?: string | null;
}

/** Null when every interest is what the log says, and the log speaks of each. */
export function verifyInterests(lines: ChainedLine[], interests: StoredInterest[]): BadInterest | null {
	const stored = new Map(interests.map((each) => [each.id, each]));
	const declared = new Set<string>();
	const withdrawn = new Set<string>();
	for (const line of lines) {
		const told = { 'interest-declared': declared, 'interest-withdrawn': withdrawn }[line.kind];
		if (!told) continue;
		const { interestId: id } = line.payload as ToldInterest;
		const interest = stored.get(id);
		if (!interest || told.has(id) || !fits(line, interest))
			return { ok: false, bad: 'interest', sequence: line.sequence, id };
		told.add(id);
	}
	const untold = interests.find(
		({ id, withdrawnBy, withdrawnAt, withdrawnReason }) =>
			!declared.has(id) ||
			(!withdrawn.has(id) && (withdrawnBy !== null || withdrawnAt !== null || withdrawnReason !== null))
	);
	return untold ? { ok: false, bad: 'interest', sequence: null, id: untold.id } : null;
}

function fits({ kind, at, actor, payload }: ChainedLine, interest: StoredInterest): boolean {
	const { reason, judgeId, contestantId, unitId } = payload as ToldInterest;
	const by = (actor as { id: string }).id;
	if (kind === 'interest-withdrawn')
		return (
			interest.withdrawnBy === by && interest.withdrawnAt === Date.parse(at) && interest.withdrawnReason === reason
		);
	return (
		interest.declaredBy === by &&
		interest.declaredAt === Date.parse(at) &&
		interest.reason === reason &&
		(judgeId === undefined ||
			(interest.judgeId === judgeId && interest.contestantId === contestantId && interest.unitId === unitId))
	);
}
