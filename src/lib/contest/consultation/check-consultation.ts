// Whether a consultation may begin or end as asked (R142, R144); it must not know who asks or what a decision changes.
import type { JudgeCode } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { CameTo } from './consultation.ts';
import type { Difference } from './difference-state.ts';

/** R142, R144: about a difference that is found, with every sheet in, one consultation at a time. */
export function checkBeginning(difference: Difference | undefined, contestant: string): Refusal | null {
	if (difference?.state === 'consulting') return refuse('consultation/already-begun', { contestant });
	if (difference?.isAllIn === false) return refuse('consultation/sheets-open', { contestant });
	if (difference?.state === 'proposed') return refuse('consultation/decision-waits', { contestant });
	return difference?.score.divergence ? null : refuse('decision/no-difference', { contestant });
}

/** R144: two of the judges at least take part; only sheets of the panel are looked at again. */
export function checkEnding(
	difference: Difference | undefined,
	{ contestant, present, cameTo }: { contestant: string; present: JudgeCode[]; cameTo: CameTo }
): Refusal | null {
	if (difference?.state !== 'consulting') return refuse('consultation/not-begun', { contestant });
	const judges = new Set(difference.score.sheets.map(({ judge }) => judge));
	const unknown = (named: JudgeCode[]) => named.find((judge) => !judges.has(judge));
	const stranger = unknown(present);
	if (stranger !== undefined) return refuse('decision/not-there', { what: stranger }, 'present');
	if (new Set(present).size < 2) return refuse('consultation/two-needed', {}, 'present');
	if (cameTo.kind !== 'revise') return null;
	const [other] = cameTo.judges.filter((judge) => !judges.has(judge));
	if (other !== undefined) return refuse('decision/not-there', { what: other }, 'judges');
	return cameTo.judges.length > 0 ? null : refuse('consultation/no-sheet-chosen', {}, 'judges');
}
