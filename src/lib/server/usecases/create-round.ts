// Plans a quiz round of a part with questions drawn from the bank by a published seed, or named one by one; its set may be sealed until it begins.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sealCommitment, sealedSeed } from '../../contest/bank/sealed-set.ts';
import type { RoundId } from '../../contest/ids.ts';
import { isRefusal, refuse, type Refusal } from '../../contest/refusal.ts';
import { joiningPolicies } from '../../contest/round.ts';
import { partOf } from '../../contest/rules/rules.ts';
import type { App } from '../app.ts';
import type { Seat } from '../seat.ts';
import { insertRound } from '../stores/round-setup.ts';
import { changeContest, type Changed } from './change-contest.ts';
import { pickForRound, pickInput } from './pick-for-round.ts';
import { firstField, lineText } from './setup-input.ts';

const input = z.strictObject({
	contestId: z.uuid(),
	partCode: z.string(),
	title: lineText(120),
	pick: pickInput,
	/** Nobody sees which questions are in it before the round begins. */
	seal: z.boolean().default(false),
	/** Who may still come in once it has begun. */
	joining: z.enum(joiningPolicies).default('any-time'),
	expectedVersion: z.number().int().optional()
});

export interface CreatedRound {
	roundId: RoundId;
	/** None of a sealed set. */
	codes: string[];
}

/** Questions of other rounds are not taken again. R286: of a sealed set the log has only the commitment, and nobody is answered its codes. */
export async function createRound(app: App, seat: Seat, given: unknown): Promise<Changed<CreatedRound> | Refusal> {
	const read = input.safeParse(given);
	if (!read.success) return refuse('input/not-valid', {}, firstField(read.error));
	const { contestId, partCode, title, pick, seal, joining, expectedVersion } = read.data;
	return changeContest(app, seat, { contestId, permission: 'contest:edit', expectedVersion }, async (change) => {
		const { db, contest, record } = change;
		const part = partOf(contest.rules, partCode);
		if (part?.kind !== 'quiz') return refuse('input/not-found', {}, 'partCode');
		const setSalt = seal ? randomBytes(32).toString('hex') : null;
		const seed = pick.kind === 'codes' ? '' : pick.seed;
		const questions = await pickForRound(change, pick, {
			seed: setSalt === null ? seed : sealedSeed(seed, setSalt),
			seal
		});
		if (isRefusal(questions)) return questions;
		const codes = questions.map(({ code }) => code);
		const roundId = await insertRound(db, {
			contestId,
			partCode,
			title,
			graceMs: part.graceMs,
			mayChange: part.mayChangeAnswer,
			joining,
			setSalt,
			questions
		});
		record('round-created', {
			...{ roundId, partCode, title, joining },
			...(setSalt === null ? { codes } : { count: codes.length, commitment: sealCommitment(setSalt, codes) }),
			...(pick.kind !== 'codes' && { seed }),
			...(pick.kind === 'table' && { table: pick.table })
		});
		return { roundId, codes: setSalt === null ? codes : [] };
	});
}
