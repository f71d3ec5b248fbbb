// A new version of a contest's rules: the whole document, kept for ever beside the former ones; it must not know how it was edited.
import { z } from 'zod';
import type { ContestId } from '../../contest/ids.ts';
import { changesBetween, isOnlyWording } from '../../contest/rules/compare-rules.ts';
import { partOf, stageOf, type Rules } from '../../contest/rules/rules.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { readRulesFile } from '../../formats/rules-file/read-rules-file.ts';
import { rulesHash } from '../../formats/rules-file/rules-hash.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { hasBegun } from '../stores/beginnings.ts';
import { updateContest } from '../stores/contests.ts';
import { readRequests } from '../stores/entries.ts';
import type { Queryable } from '../stores/queryable.ts';
import { readRoundPlans, updatePlannedRounds } from '../stores/round-setup.ts';
import { insertRulesVersion } from '../stores/rules-versions.ts';
import { readTurns } from '../stores/turns.ts';
import { changeContest, type Change, type Changed } from './change-contest.ts';
import { firstField, optionalReason } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	/** The document as the text of its file. */
	document: z.string(),
	/**
	 * The version of the rules that was edited. Not the contest's: writing rules takes long, and a secretary who checks
	 * somebody in meanwhile contradicts nothing.
	 */
	expectedRulesVersion: z.int(),
	reason: optionalReason
});

export interface RevisedRules {
	version: number;
	hash: string;
}

/**
 * R250. Problems of the preflight do not keep a document from being saved, only the contest from beginning (R251).
 * Refused with the first thing that does not fit the schema; `readRulesFile` lists them all.
 */
export async function reviseRules(app: App, seat: Seat, given: unknown): Promise<Changed<RevisedRules> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, document, expectedRulesVersion, reason } = read.data;
	const file = readRulesFile(new TextEncoder().encode(document));
	return changeContest(app, seat, { contestId, permission: 'contest:edit' }, async (change) => {
		const { contest, db, now, record } = change;
		if (!file.ok) return refuseFile(file.problems[0]);
		const rules = file.value;
		const former = contest.rulesVersion;
		if (former !== expectedRulesVersion)
			return refuse('contest/moved-on', { expected: expectedRulesVersion, actual: former });
		const refusal = await refuseChange(change, rules);
		if (isRefusal(refusal)) return refusal;

		const hash = rulesHash(rules);
		const version = former + 1;
		const by = seat.kind === 'staff' ? { by: seat.name, byAccount: seat.accountId } : { by: '' };
		// Contests older than the list of versions have their first one only in the contest itself.
		const unkept = { contestId, version: former, rules: contest.rules, hash: rulesHash(contest.rules), by: '' };
		await insertRulesVersion(db, { ...unkept, madeAt: contest.madeAt });
		await insertRulesVersion(db, { contestId, version, rules, hash, ...by, reason, madeAt: new Date(now) });
		await updateContest(db, contestId, { rules, rulesVersion: version });
		await updatePlannedRounds(db, contestId, rules);
		record('rules-revised', { version, hash, reason });
		return { version, hash };
	});
}

function refuseFile(first: { path: string; message: { vi: string; en: string } } | undefined): Refusal {
	const at = (language: 'vi' | 'en') => `${first?.path ?? '$'}: ${first?.message[language] ?? ''}`;
	return refuse('rules/file-not-valid', { problem: { vi: at('vi'), en: at('en') } }, 'document');
}

async function refuseChange({ db, contest }: Change, rules: Rules): Promise<Refusal | null> {
	if (changesBetween(contest.rules, rules).every(isOnlyWording)) return null;
	if (await hasBegun(db, contest.id)) return refuse('contest/has-started');
	return refuseInUse(db, contest.id, rules);
}

/** Rounds, entries and running orders that are planned already name a part or a stage by its code. */
async function refuseInUse(db: Queryable, contestId: ContestId, rules: Rules): Promise<Refusal | null> {
	const round = (await readRoundPlans(db, contestId)).find(({ partCode }) => partOf(rules, partCode)?.kind !== 'quiz');
	if (round) {
		const what = { vi: `Loạt câu hỏi «${round.title}»`, en: `The quiz round “${round.title}”` };
		return refuse('rules/in-use', { what, code: round.partCode });
	}
	const asked = (await readRequests(db, contestId)).flatMap(({ title, partCode, latePart }) =>
		[partCode, latePart].flatMap((code) => (code === null || partOf(rules, code) ? [] : [{ title, code }]))
	)[0];
	if (asked) {
		const what = { vi: `Hồ sơ cần nộp «${asked.title}»`, en: `The entry asked for “${asked.title}”` };
		return refuse('rules/in-use', { what, code: asked.code });
	}
	const turn = (await readTurns(db, contestId)).find(({ stage }) => !stageOf(rules, stage));
	const order = { vi: 'Thứ tự thi đã bốc', en: 'The running order' };
	return turn ? refuse('rules/in-use', { what: order, code: turn.stage }) : null;
}
