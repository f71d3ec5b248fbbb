// The hands under the minutes of each locked session as a published result carries them: only those that stand; it must not know who publishes.
import type { Bilingual } from './ids.ts';
import { signedMinutes, type MinutesHand } from './minutes.ts';
import type { ContestRecord } from './record/record.ts';
import type { SessionPlace } from './session-lock.ts';

/** The minutes of one session: their hash, and who signed or sealed them when (ISO 8601, UTC). */
export interface MinutesBlock {
	title: Bilingual;
	session: Bilingual | null;
	hash: string;
	hands: { act: MinutesHand['act']; role: MinutesHand['role']; by: string; at: string }[];
}

interface Minuted {
	record: ContestRecord;
	sessions: (SessionPlace & { hash: string })[];
	hands: MinutesHand[];
}

export function minutesBlocks({ record, sessions, hands }: Minuted): MinutesBlock[] {
	return sessions.flatMap(({ stage: code, session, hash }): MinutesBlock[] => {
		const { standing } = signedMinutes(hands, hash);
		const stage = record.rules.stages.find((each) => each.code === code);
		if (standing.length === 0 || !stage) return [];
		return [
			{
				title: stage.title,
				session: stage.sessions.find((each) => each.code === session)?.title ?? null,
				hash,
				hands: standing.map(({ act, role, by, at }) => ({ act, role, by, at: new Date(at).toISOString() }))
			}
		];
	});
}
