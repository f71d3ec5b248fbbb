// Who marks a sample on trial, and whose sheets are waited for (R311); it must not know marks.
import type { RecordedJudge } from '../record/record.ts';
import type { JudgedPart } from '../rules/parts.ts';

type Part = Pick<JudgedPart, 'panels'>;

/** Who marks a sample of the part: everybody who sits in one of its panels, shadow judges too, whatever sessions they sit in. */
export function seatedIn<Judge extends Pick<RecordedJudge, 'panels'>>({ panels }: Part, judges: Judge[]): Judge[] {
	return judges.filter((judge) => panels.some(({ code }) => judge.panels.includes(code)));
}

/** Of those, whose sheets close the trial by themselves: not shadow judges, nor who has no account to mark with. */
export function awaitedFor<Judge extends Pick<RecordedJudge, 'panels' | 'role'> & { accountId: string | null }>(
	part: Part,
	judges: Judge[]
): Judge[] {
	return seatedIn(part, judges).filter(({ role, accountId }) => role !== 'shadow' && accountId !== null);
}
