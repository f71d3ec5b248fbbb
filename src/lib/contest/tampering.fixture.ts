// One change to what is stored, as whoever owns the database could make it, with the row it touched (R71): flip, delete, insert, swap.
import { canonical, chainHash, type ChainedLine } from './event-chain.ts';
import { interestTools } from './stored-interests.fixture.ts';
import type { StoredSheet, StoredVerdict } from './stored-marks.ts';
import type { StoredContest } from './stored-marks.fixture.ts';
import { entryTools } from './tampered-entries.fixture.ts';
import { minutesTools } from './tampering-minutes.fixture.ts';

export interface Tampered {
	/** For whoever reads a failure. */
	what: string;
	stored: StoredContest;
	/** The row that has to be named. */
	first: StoredVerdict;
}

/** `stored` is a copy the tool may change. */
export type Tool = (stored: StoredContest, below: (limit: number) => number) => Tampered | null;

/** Null when chance has chosen a change that changes nothing. */
export function tamper(stored: StoredContest, random: () => number): Tampered | null {
	const below = (limit: number) => Math.floor(random() * limit);
	const tool = tools[below(tools.length)];
	const { lines, sheets, entries } = stored;
	const copy = { ...stored, lines: [...lines], sheets: [...sheets], entries: [...entries] };
	return tool ? tool(copy, below) : null;
}

const stranger = '01890000-0000-7000-8000-00000000dead';
const badLine = (sequence: number): StoredVerdict => ({ ok: false, bad: 'line', sequence });
const told = (lines: ChainedLine[], kind: string, { turnId, judgeId, revision }: StoredSheet) =>
	lines.find(({ kind: each, payload }) => {
		const sheet = payload as StoredSheet;
		return each === kind && sheet.turnId === turnId && sheet.judgeId === judgeId && sheet.revision === revision;
	})?.sequence ?? null;

/** The line that speaks of it first, or null. */
function badSheet(lines: ChainedLine[], sheet: StoredSheet, isGone = false, kind?: string): StoredVerdict {
	const { judge, revision, number } = sheet;
	const sequence = kind
		? told(lines, kind, sheet)
		: (told(lines, 'sheet-reopened', sheet) ?? told(lines, 'sheet-locked', sheet));
	return { ok: false, bad: 'sheet', sequence, number: isGone ? '' : number, judge, revision };
}

function flipText(text: string, below: (limit: number) => number): string {
	const at = below(text.length);
	const code = text.charCodeAt(at);
	return `${text.slice(0, at)}${String.fromCharCode(code ^ (code % 2 === 0 ? 1 : 2))}${text.slice(at + 1)}`;
}

const flipLine: Tool = ({ lines, ...stored }, below) => {
	const at = below(lines.length);
	const line = lines[at]!;
	const fields = ['at', 'kind', 'previousHash', 'hash', 'actor', 'payload', 'sequence'] as const;
	const field = fields[below(fields.length)]!;
	if (field === 'sequence') lines.push({ ...lines.splice(at, 1)[0]!, sequence: lines.length + 2 });
	else if (field === 'actor' || field === 'payload') {
		const value = line[field] as Record<string, unknown>;
		const keys = Object.keys(value);
		const key = keys[below(keys.length)]!;
		const old = value[key];
		const next = typeof old === 'string' ? flipText(old, below) : typeof old === 'number' ? old + 0.5 : !old;
		lines[at] = { ...line, [field]: { ...value, [key]: next } };
		if (typeof next === 'string' && next.normalize('NFC') === (old as string)) return null;
	} else lines[at] = { ...line, [field]: flipText(line[field], below) };
	return { what: `flip ${field} of line ${at + 1}`, stored: { ...stored, lines }, first: badLine(at + 1) };
};

const rewriteLine: Tool = ({ lines, ...stored }, below) => {
	const at = below(lines.length);
	const line = { ...lines[at]!, payload: { forged: below(1000) } };
	if (below(2)) line.previousHash = 'f'.repeat(64);
	lines[at] = { ...line, hash: chainHash(line.previousHash, line) };
	return {
		what: `rewrite line ${at + 1} with a hash of its own`,
		stored: { ...stored, lines },
		first: badLine(at + 1)
	};
};

const deleteLine: Tool = ({ lines, ...stored }, below) => {
	const at = below(lines.length);
	lines.splice(at, 1);
	return { what: `delete line ${at + 1}`, stored: { ...stored, lines }, first: badLine(at + 1) };
};

const insertLine: Tool = ({ lines, ...stored }, below) => {
	const last = lines.at(-1)!;
	const isBefore = below(3) === 0;
	const line = { ...lines[below(lines.length)]!, sequence: isBefore ? -below(2) : last.sequence + 1 };
	const previousHash = below(2) ? last.hash : line.previousHash;
	const forged = { ...line, previousHash, hash: chainHash(previousHash, line) };
	if (isBefore) lines.unshift(forged);
	else lines.push(forged);
	const first = badLine(isBefore ? 1 : last.sequence + 1);
	return { what: `insert line ${line.sequence}`, stored: { ...stored, lines }, first };
};

const swapLines: Tool = ({ lines, ...stored }, below) => {
	const [one, other] = [below(lines.length), below(lines.length)].sort((a, b) => a - b) as [number, number];
	const [first, second] = [lines[one]!, lines[other]!];
	if (one === other) return null;
	const isWhole = below(2) === 0;
	if (!isWhole && canonical(first.payload) === canonical(second.payload)) return null;
	lines[one] = isWhole ? { ...second, sequence: one + 1 } : { ...first, payload: second.payload };
	lines[other] = isWhole ? { ...first, sequence: other + 1 } : { ...second, payload: first.payload };
	return { what: `swap lines ${one + 1} and ${other + 1}`, stored: { ...stored, lines }, first: badLine(one + 1) };
};

const flipSheet: Tool = ({ lines, sheets, ...stored }, below) => {
	const at = below(sheets.length);
	const sheet = sheets[at]!;
	const isLocked = sheet.lockedAt !== null;
	const changes: [string, string, Partial<StoredSheet>][] = [
		[
			'reopenReason',
			'sheet-reopened',
			{ reopenReason: sheet.reopenReason ? flipText(sheet.reopenReason, below) : 'Vì thế' }
		],
		['reopenedBy', 'sheet-reopened', { reopenedBy: sheet.reopenedBy === null ? stranger : below(2) ? null : stranger }],
		['signedBy', 'sheet-locked', { signedBy: sheet.signedBy !== null && below(2) ? null : stranger }],
		['lockedAt', 'sheet-locked', { lockedAt: isLocked ? (below(2) ? null : sheet.lockedAt! + 1) : 1_800_000_000_000 }]
	];
	if (isLocked) {
		const code = `TT${1 + below(3)}`;
		const mark = sheet.marks[code] ?? 0;
		changes.push(
			['marks', 'sheet-locked', { marks: { ...sheet.marks, [code]: [mark + 1, mark + 0.5, null][below(3)]! } }],
			['marks', 'sheet-locked', { marks: { ...sheet.marks, TT9: 0 } }],
			['comments', 'sheet-locked', { comments: { ...sheet.comments, TT2: 'thêm sau' } }]
		);
	}
	const [field, kind, change] = changes[below(changes.length)]!;
	sheets[at] = { ...sheet, ...change };
	const what = `flip ${field} of ${sheet.number} ${sheet.judge} ${sheet.revision}`;
	return { what, stored: { ...stored, lines, sheets }, first: badSheet(lines, sheet, false, kind) };
};

const moveSheet: Tool = ({ lines, sheets, ...stored }, below) => {
	const at = below(sheets.length);
	const sheet = sheets[at]!;
	const isTold = (told(lines, 'sheet-locked', sheet) ?? told(lines, 'sheet-reopened', sheet)) !== null;
	if (!isTold) return null;
	sheets[at] = { ...sheet, revision: sheet.revision + 10 };
	const what = `another revision for ${sheet.number} ${sheet.judge} ${sheet.revision}`;
	return { what, stored: { ...stored, lines, sheets }, first: badSheet(lines, sheet, true) };
};

const deleteSheet: Tool = ({ lines, sheets, ...stored }, below) => {
	const [sheet] = sheets.splice(below(sheets.length), 1);
	const first = badSheet(lines, sheet!, true);
	if (first.ok || first.bad !== 'sheet' || first.sequence === null) return null;
	return {
		what: `delete ${sheet!.number} ${sheet!.judge} ${sheet!.revision}`,
		stored: { ...stored, lines, sheets },
		first
	};
};

const insertSheet: Tool = ({ lines, sheets, ...stored }, below) => {
	const like = sheets[below(sheets.length)]!;
	const last = Math.max(
		...sheets
			.filter(({ turnId, judgeId }) => turnId === like.turnId && judgeId === like.judgeId)
			.map(({ revision }) => revision)
	);
	const forged = { ...like, revision: last + 1, reopenReason: 'Thêm vào sau', reopenedBy: stranger };
	sheets.push(forged);
	const what = `insert ${forged.number} ${forged.judge} ${forged.revision}`;
	return { what, stored: { ...stored, lines, sheets }, first: badSheet(lines, forged) };
};

const swapMarks: Tool = ({ lines, sheets, ...stored }, below) => {
	const locked = sheets.filter(({ lockedAt }) => lockedAt !== null);
	const [one, other] = [locked[below(locked.length)], locked[below(locked.length)]];
	if (!one || !other || canonical(one.marks) === canonical(other.marks)) return null;
	sheets[sheets.indexOf(one)] = { ...one, marks: other.marks };
	sheets[sheets.indexOf(other)] = { ...other, marks: one.marks };
	const firstOf = [one, other].sort(
		(a, b) => (told(lines, 'sheet-locked', a) ?? 0) - (told(lines, 'sheet-locked', b) ?? 0)
	);
	const what = `swap marks of ${one.number} ${one.judge} ${one.revision} and ${other.number} ${other.judge} ${other.revision}`;
	return { what, stored: { ...stored, lines, sheets }, first: badSheet(lines, firstOf[0]!, false, 'sheet-locked') };
};

const tools: Tool[] = [
	flipLine,
	rewriteLine,
	deleteLine,
	insertLine,
	swapLines,
	flipSheet,
	moveSheet,
	deleteSheet,
	insertSheet,
	swapMarks,
	...entryTools,
	...minutesTools,
	...interestTools
];
