// What is missing less, more, not any more and anew between two results (R243); it must not know words or why.
import { canonical } from '../event-chain.ts';
import type { ResultDiff } from './diff-results.ts';
import type { Missing } from './result.ts';

export interface MissingChanges {
	/** As it was before. */
	settled: Missing[];
	/** The same is still missing for some, as it is now. */
	fewer: Missing[];
	/** The same was missing before, and now of others or of more. */
	more: Missing[];
	arisen: Missing[];
}

/** A list that only shrinks is a fact that goes and another that comes; told so, it would read as something new. */
export function missingChanges(changes: ResultDiff['missing']): MissingChanges {
	const gone = changes.flatMap(({ key, before, after }) => ((before ?? 0) > (after ?? 0) ? [key] : []));
	const found: MissingChanges = { settled: gone, fewer: [], more: [], arisen: [] };
	for (const { key, before, after } of changes) {
		if ((after ?? 0) <= (before ?? 0)) continue;
		const former = found.settled.find((each) => isSame(each, key));
		if (!former) {
			found.arisen.push(key);
			continue;
		}
		found.settled = found.settled.filter((each) => each !== former);
		(isWithin(key, former) ? found.fewer : found.more).push(key);
	}
	return found;
}

/** Equal but for whom and how many; two lists without anybody in common are two things. */
function isSame(former: Missing, now: Missing): boolean {
	const [some, others] = [contestantsOf(former), contestantsOf(now)];
	const isShared = some === null || others === null || some.some((number) => others.includes(number));
	return isShared && nameOf(former) === nameOf(now);
}

function nameOf(missing: Missing): string {
	return canonical(Object.fromEntries(Object.entries(missing).filter(([, value]) => typeof value === 'string')));
}

function isWithin(now: Missing, former: Missing): boolean {
	const before = contestantsOf(former) ?? [];
	return (contestantsOf(now) ?? []).every((number) => before.includes(number)) && lackOf(now) <= lackOf(former);
}

function contestantsOf(missing: Missing): string[] | null {
	return 'contestants' in missing ? missing.contestants : null;
}

/** How many of it; 0 where only names are told. */
function lackOf(missing: Missing): number {
	if (missing.kind === 'sheets') return missing.count;
	if (missing.kind === 'round-open') return missing.open;
	return missing.kind === 'questions' ? missing.needed - missing.planned : 0;
}
