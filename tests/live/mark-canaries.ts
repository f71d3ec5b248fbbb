// Sheets whose every mark, total and comment is unlike anything else a page shows, and the eye that finds what is made of them.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../src/lib/server/database/open-database.ts';

const word = 'canary-';
/** Hundredths; far above any mark, so that sums, means and whatever is scaled from them stand out too, and still a safe integer when added up. */
const least = 5e14;

export interface Planted {
	sheets: number;
	marks: number;
}

/** A locked sheet of each of these judges for each turn of the contest, in place of a draft, written past the program, with a line of the log for each. */
export async function plantSheets(
	{ sql }: Pick<Database, 'sql'>,
	contestId: string,
	judges: string[],
	criteria: string[]
): Promise<Planted> {
	const turns = await sql<{ id: string }[]>`select id from turn where contest_id = ${contestId}`;
	const [end] = await sql<{ sequence: number }[]>`
		select coalesce(max(sequence), 0)::int as sequence from contest_event where contest_id = ${contestId}`;
	let sequence = end?.sequence ?? 0;
	await sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		for (const { id: turnId } of turns)
			for (const judgeId of judges) {
				const marks = Object.fromEntries(criteria.map((code) => [code, least + Math.floor(Math.random() * 1e12)]));
				const comments = Object.fromEntries([...criteria, 'general'].map((code) => [code, secretWord()]));
				await tx`insert into scoresheet (turn_id, judge_id, revision, version, marks, comments, saved_at, locked_at, signed_by)
					values (${turnId}, ${judgeId}, 1, 1, ${tx.json(marks)}, ${tx.json(comments)}, now(), now(), ${judgeId})
					on conflict (turn_id, judge_id, revision) do update
						set marks = excluded.marks, comments = excluded.comments, locked_at = excluded.locked_at, signed_by = excluded.signed_by`;
				const total = Object.values(marks).reduce((sum, mark) => sum + mark, 0);
				const payload = { turnId, judgeId, revision: 1, total, marksHash: secretWord(), commentsHash: secretWord() };
				await tx`insert into contest_event (contest_id, sequence, at, actor, kind, payload, previous_hash, hash)
					values (${contestId}, ${++sequence}, '2026-07-01T01:00:00.000Z', ${tx.json({ role: 'judge', id: judgeId, name: '' })},
						'sheet-locked', ${tx.json(payload)}, '', '')`;
			}
		await tx`update contest set version = version + 1 where id = ${contestId}`;
	});
	return { sheets: turns.length * judges.length, marks: turns.length * judges.length * criteria.length };
}

/** A submitted trial sheet of each of these judges on a sample that is still open (R311). */
export async function plantSamples(
	{ sql }: Pick<Database, 'sql'>,
	contestId: string,
	{ judges, criteria, part, by }: { judges: string[]; criteria: string[]; part: string; by: string }
): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`set local session_replication_role = replica`;
		const [sample] = await tx<{ id: string }[]>`
			insert into calibration (contest_id, part_code, title, sample, set_by, set_by_account, set_at)
			values (${contestId}, ${part}, 'Bài mẫu', 'Chiếu tại phòng', '', ${by}, now()) returning id`;
		for (const judgeId of judges) {
			const marks = Object.fromEntries(criteria.map((code) => [code, least + Math.floor(Math.random() * 1e12)]));
			await tx`insert into calibration_sheet (calibration_id, judge_id, version, marks, comments, saved_at, locked_at, signed_by)
				values (${sample?.id ?? ''}, ${judgeId}, 1, ${tx.json(marks)}, ${tx.json({ general: secretWord() })}, now(), now(), ${judgeId})`;
		}
	});
}

const secretWord = (): string => word + randomBytes(9).toString('hex');

/** The first thing in the text that is made of a planted mark or comment; null when there is none. Instants in ms are smaller. */
export function canaryIn(text: string): string | null {
	const said = text.indexOf(word);
	if (said >= 0) return text.slice(said, said + 25);
	// Not inside a hash, an id or a fraction; thousands may be grouped.
	const amounts = /(?<![0-9a-z.-])(?:\d{13,18}|\d{1,3}(?:[.\u00a0\u202f]\d{3}){4,5})(?![0-9a-z-])/gi;
	for (const [digits] of text.matchAll(amounts)) if (Number(digits.replace(/\D/g, '')) > 2.5e12) return digits;
	return null;
}
