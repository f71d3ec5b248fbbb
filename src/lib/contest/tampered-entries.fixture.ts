// One change to what was typed from paper, as whoever owns the database could make it, with the entry it touched (R71).
import { canonical, type ChainedLine } from './event-chain.ts';
import type { StoredEntry } from './stored-entries.ts';
import type { StoredVerdict } from './stored-marks.ts';
import type { Tool } from './tampering.fixture.ts';

const tellingOf = (lines: ChainedLine[], { paperId, entry }: StoredEntry) =>
	lines.find(({ kind, payload }) => {
		const told = payload as Partial<StoredEntry>;
		return kind === 'paper-typed' && told.paperId === paperId && told.entry === entry;
	})?.sequence ?? null;

function badEntry(lines: ChainedLine[], stored: StoredEntry, isGone = false): StoredVerdict {
	const { number, judge, entry } = stored;
	return { ok: false, bad: 'entry', sequence: tellingOf(lines, stored), number: isGone ? '' : number, judge, entry };
}

const nameOf = ({ number, judge, entry }: StoredEntry) => `${number} ${judge} ${entry}`;

const flipEntry: Tool = (stored, below) => {
	const { entries, lines } = stored;
	const at = below(entries.length);
	const one = entries[at];
	if (!one) return null;
	const code = `TT${1 + below(3)}`;
	const mark = one.marks[code] ?? 0;
	const changes: [string, Partial<StoredEntry>][] = [
		['entry marks', { marks: { ...one.marks, [code]: [mark + 1, mark + 0.5, null][below(3)]! } }],
		['entry comments', { comments: { ...one.comments, TT2: 'thêm sau' } }],
		['entry typist', { typedBy: { ...one.typedBy, id: '01890000-0000-7000-8000-00000000dead' } }],
		['entry name', { typedBy: { ...one.typedBy, name: 'Người khác' } }],
		['entry time', { typedAt: one.typedAt + 1 }]
	];
	const [field, change] = changes[below(changes.length)]!;
	entries[at] = { ...one, ...change };
	return { what: `flip ${field} of ${nameOf(one)}`, stored, first: badEntry(lines, one) };
};

const deleteEntry: Tool = (stored, below) => {
	const [one] = stored.entries.splice(below(stored.entries.length), 1);
	return one ? { what: `delete entry for ${nameOf(one)}`, stored, first: badEntry(stored.lines, one, true) } : null;
};

const moveEntry: Tool = (stored, below) => {
	const at = below(stored.entries.length);
	const one = stored.entries[at];
	if (!one) return null;
	stored.entries[at] = { ...one, entry: 3 };
	return { what: `another number for ${nameOf(one)}`, stored, first: badEntry(stored.lines, one, true) };
};

const insertEntry: Tool = (stored, below) => {
	const like = stored.entries[below(stored.entries.length)];
	if (!like) return null;
	const forged = { ...like, entry: 4, typedBy: { ...like.typedBy, id: '01890000-0000-7000-8000-00000000dead' } };
	stored.entries.push(forged);
	return { what: `insert entry for ${nameOf(forged)}`, stored, first: badEntry(stored.lines, forged) };
};

const swapEntries: Tool = (stored, below) => {
	const { entries, lines } = stored;
	const [one, other] = [entries[below(entries.length)], entries[below(entries.length)]];
	if (!one || !other || canonical(one.marks) === canonical(other.marks)) return null;
	entries[entries.indexOf(one)] = { ...one, marks: other.marks };
	entries[entries.indexOf(other)] = { ...other, marks: one.marks };
	const [first] = [one, other].sort((a, b) => (tellingOf(lines, a) ?? 0) - (tellingOf(lines, b) ?? 0));
	return { what: `swap entries for ${nameOf(one)} and ${nameOf(other)}`, stored, first: badEntry(lines, first!) };
};

export const entryTools: Tool[] = [flipEntry, deleteEntry, moveEntry, insertEntry, swapEntries];
