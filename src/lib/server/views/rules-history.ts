// The versions of a contest's rules that were saved, and each of them as a file.
import { refuse, type Refusal } from '../../contest/refusal.ts';
import type { Rules } from '../../contest/rules/rules.ts';
import { rulesHash } from '../../formats/rules-file/rules-hash.ts';
import { writeRulesFile } from '../../formats/rules-file/write-rules-file.ts';
import type { App } from '../app.ts';
import { refuseUnless } from '../permissions.ts';
import type { Seat } from '../seat.ts';
import { readContest } from '../stores/contests.ts';
import { readRulesVersion, readRulesVersions } from '../stores/rules-versions.ts';

export interface SavedRules {
	version: number;
	rules: Rules;
	hash: string;
	/** Empty where it is not known. */
	by: string;
	reason: string;
	/** Ms since the epoch. */
	madeAt: number;
}

/** The newest first. A contest that is older than the list has its first version in itself. */
export async function readRulesHistory(app: App, seat: Seat, contestId: string): Promise<SavedRules[] | Refusal> {
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	const saved = (await readRulesVersions(db, contestId)).map(
		({ version, rules, hash, by, reason, madeAt }): SavedRules => ({
			version,
			rules,
			hash,
			by,
			reason,
			madeAt: madeAt.getTime()
		})
	);
	if (saved.length > 0) return saved;
	const { rules, rulesVersion: version, madeAt } = contest;
	return [{ version, rules, hash: rulesHash(rules), by: '', reason: '', madeAt: madeAt.getTime() }];
}

/** One version as the text of its file; the stored one without a number. */
export async function readSavedFile(
	app: App,
	seat: Seat,
	contestId: string,
	version: number | null
): Promise<{ version: number; text: string } | Refusal> {
	const refusal = refuseUnless(seat, 'matrix:see', contestId);
	if (refusal) return refusal;
	const db = app.database.drizzle;
	const contest = await readContest(db, contestId);
	if (!contest) return refuse('input/not-found');
	if (version === null || version === contest.rulesVersion)
		return { version: contest.rulesVersion, text: writeRulesFile(contest.rules) };
	const saved = await readRulesVersion(db, contestId, version);
	return saved ? { version, text: writeRulesFile(saved.rules) } : refuse('input/not-found');
}
