// Conflicts of interest as they are stored, decided by chance, and single changes to one of them, with the line it has to be found at (R71).
import type { ChainedLine } from './event-chain.ts';
import type { StoredInterest } from './stored-interests.ts';
import type { Tool } from './tampering.fixture.ts';

const stranger = '01890000-0000-7000-8000-00000000dead';

type Record = (kind: string, by: string, payload: object) => string;

/** About a contestant or a unit, taken back or not. `record` writes a line and returns its time. */
export function anyInterest(nth: number, record: Record, below: (limit: number) => number): StoredInterest {
	const about = below(2)
		? { contestantId: `contestant-${nth}`, unitId: null }
		: { contestantId: null, unitId: `unit-${nth}` };
	const place = { interestId: `interest-${nth}`, judgeId: `judge-${nth}`, ...about };
	const { interestId: id, ...whose } = place;
	const reason = `Cùng chi bộ ${below(1000)}`;
	const declaredAt = Date.parse(record('interest-declared', `account-${nth}`, { ...place, reason }));
	const standing = { withdrawnBy: null, withdrawnAt: null, withdrawnReason: null };
	const interest: StoredInterest = { id, ...whose, reason, declaredBy: `account-${nth}`, declaredAt, ...standing };
	if (below(2)) return interest;
	const withdrawnReason = `Khai nhầm ${below(1000)}`;
	const told = { ...place, reason: withdrawnReason };
	const withdrawnAt = Date.parse(record('interest-withdrawn', 'head', told));
	return { ...interest, withdrawnBy: 'head', withdrawnAt, withdrawnReason };
}

const lineOf = (lines: ChainedLine[], { id }: StoredInterest, kind: string) =>
	lines.find((line) => line.kind === kind && (line.payload as { interestId: string }).interestId === id)?.sequence ??
	null;

const declared = 'interest-declared';
const withdrawn = 'interest-withdrawn';
const changes: [keyof StoredInterest, string, (interest: StoredInterest) => string | number | null][] = [
	['judgeId', declared, () => stranger],
	['contestantId', declared, ({ contestantId }) => (contestantId === null ? stranger : null)],
	['unitId', declared, ({ unitId }) => (unitId === null ? stranger : null)],
	['reason', declared, ({ reason }) => `${reason} khác`],
	['declaredBy', declared, () => stranger],
	['declaredAt', declared, ({ declaredAt }) => declaredAt + 1],
	['withdrawnBy', withdrawn, ({ withdrawnBy }) => (withdrawnBy === null ? stranger : null)],
	['withdrawnAt', withdrawn, ({ withdrawnAt }) => (withdrawnAt === null ? 1_800_000_000_000 : null)],
	['withdrawnReason', withdrawn, ({ withdrawnReason }) => `${withdrawnReason ?? ''} khác`]
];

const changeInterest: Tool = (stored, below) => {
	const interest = stored.interests[below(stored.interests.length)];
	const [field, kind, change] = changes[below(changes.length)]!;
	if (!interest) return null;
	const changed = { ...interest, [field]: change(interest) };
	return {
		what: `change ${field} in an interest`,
		stored: { ...stored, interests: stored.interests.map((each) => (each === interest ? changed : each)) },
		first: { ok: false, bad: 'interest', sequence: lineOf(stored.lines, interest, kind), id: interest.id }
	};
};

const deleteInterest: Tool = (stored, below) => {
	const interest = stored.interests[below(stored.interests.length)];
	if (!interest) return null;
	return {
		what: 'delete interest',
		stored: { ...stored, interests: stored.interests.filter((each) => each !== interest) },
		first: { ok: false, bad: 'interest', sequence: lineOf(stored.lines, interest, declared), id: interest.id }
	};
};

const insertInterest: Tool = (stored, below) => {
	const like = stored.interests[below(stored.interests.length)];
	if (!like) return null;
	return {
		what: 'insert interest',
		stored: { ...stored, interests: [...stored.interests, { ...like, id: stranger }] },
		first: { ok: false, bad: 'interest', sequence: null, id: stranger }
	};
};

export const interestTools: Tool[] = [changeInterest, deleteInterest, insertInterest];
