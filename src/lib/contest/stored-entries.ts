// Holds what two people typed from a paper against the lines that tell of it (R71); it must not know sheets or any store.
import type { ChainedLine } from './event-chain.ts';
import type { JudgeCode } from './record/record.ts';
import type { Marks } from './rubric.ts';
import { hashOfComments, hashOfMarks } from './sheet.ts';

/** One person's entry from one paper as it is stored. */
export interface StoredEntry {
	paperId: string;
	/** 1 or 2. */
	entry: number;
	turnId: string;
	judgeId: string;
	/** For people: whose sheet of whom. */
	number: string;
	judge: JudgeCode;
	marks: Marks;
	comments: Record<string, string>;
	typedBy: { id: string; name: string };
	/** ms since the epoch. */
	typedAt: number;
}

export interface BadEntry {
	/** The line that tells of it; null when none does. */
	sequence: number | null;
	/** Empty when the entry is gone. */
	number: string;
	judge: JudgeCode;
	entry: number;
}

interface ToldEntry {
	turnId: string;
	judgeId: string;
	judge: JudgeCode;
	entry: number;
	marksHash: string;
	/** Lines of earlier programs tell neither. */
	paperId?: string;
	commentsHash?: string;
}

/** What the line tells of, which is then told; else the entry that does not fit. */
export function takeTold(line: ChainedLine, untold: Set<StoredEntry>): BadEntry | null {
	const told = line.payload as ToldEntry;
	const candidates = [...untold].filter((stored) => isAbout(told, stored));
	const found = candidates.find((stored) => fits(line, stored));
	if (found) {
		untold.delete(found);
		return null;
	}
	const { judge, entry } = told;
	return { sequence: line.sequence, number: candidates[0]?.number ?? '', judge, entry };
}

function isAbout(told: ToldEntry, { turnId, judgeId, entry, paperId }: StoredEntry): boolean {
	const isThere = told.turnId === turnId && told.judgeId === judgeId && told.entry === entry;
	return isThere && (told.paperId ?? paperId) === paperId;
}

function fits({ at, actor, payload }: ChainedLine, { marks, comments, typedBy, typedAt }: StoredEntry): boolean {
	const { marksHash, commentsHash } = payload as ToldEntry;
	const by = actor as { id: string; name: string };
	return (
		typedAt === Date.parse(at) &&
		typedBy.id === by.id &&
		typedBy.name === by.name &&
		hashOf(hashOfMarks, marks) === marksHash &&
		(commentsHash === undefined || hashOf(hashOfComments, comments) === commentsHash)
	);
}

/** Null for what could never have been hashed: somebody has written it past the program. */
export function hashOf<T>(hash: (value: T) => string, value: T): string | null {
	try {
		return hash(value);
	} catch {
		return null;
	}
}
