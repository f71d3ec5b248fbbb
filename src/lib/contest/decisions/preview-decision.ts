// What a proposed decision would change, computed before anybody confirms it (R244); it must not change anything.
import { canonical } from '../event-chain.ts';
import type { DecisionContent } from '../record/decision.ts';
import type { ContestantNumber, ContestRecord } from '../record/record.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { computeResult } from '../result/compute.ts';
import { diffResults, type ResultDiff } from '../result/diff-results.ts';
import { sha256 } from '../sha256.ts';
import { checkDecision } from './check-decision.ts';
import { keptFromSubstitute } from './kept-from.ts';
import { recordWith, type ProposedDecision } from './proposed-decision.ts';

/** What is put before somebody who proposes or confirms. */
export interface DecisionPreview {
	content: DecisionContent;
	takesBack: number | null;
	/** Null for those who may not see points yet. */
	diff: ResultDiff | null;
	/** R315: whom a substitute would not mark. Left out: nobody. */
	keptFrom?: ContestantNumber[];
}

/**
 * R244: the preview is the difference between the result as it is and the result computed again with the decision.
 * Refused when what it names is not there. `record` is that of the whole bank where a problem is to be accepted.
 */
export function previewDecision(record: ContestRecord, proposed: ProposedDecision): DecisionPreview | Refusal {
	const before = computeResult(record);
	const refusal = checkDecision(record, before, proposed);
	if (isRefusal(refusal)) return refusal;
	const { content, takesBack } = proposed;
	const diff = diffResults(before, computeResult(recordWith(record, proposed)));
	const keptFrom = keptFromSubstitute(record, proposed);
	return { content, takesBack, diff, ...(keptFrom.length > 0 && { keptFrom }) };
}

/** R244: SHA-256 of its canonical text: whoever confirms names what they saw, and nothing else is applied. */
export function hashOfPreview(preview: DecisionPreview): string {
	return sha256(canonical(preview));
}
