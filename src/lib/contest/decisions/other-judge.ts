// Who may mark besides the panel to settle a difference (R143); it must not know who is asked in the end.
import type { ContestRecord, JudgeCode } from '../record/record.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { decisionsOf } from '../record/decision.ts';
import { seatsOf } from '../result/expected-judges.ts';
import { excuseKey } from '../result/interests.ts';
import type { PanelPlace } from '../result/panel-scores.ts';
import { indexRecord } from '../result/record-index.ts';
import { sitsIn } from '../result/seat-limits.ts';
import { panelAt } from '../rules/panel-list.ts';

/** R143: null for somebody who neither marks there already, nor recused, nor can have seen the panel's marks as its head. */
export function refuseOtherJudge(record: ContestRecord, place: PanelPlace, code: JudgeCode): Refusal | null {
	const index = indexRecord(record);
	const { judges, decisions, excuses } = index;
	const judge = judges.get(code);
	const at = panelAt(record.rules, place);
	if (!judge || !at) return refuse('decision/not-there', { what: code }, 'judge');
	const { contestant } = place;
	const stage = record.rules.stages.find(({ parts }) => parts.some((each) => each.code === place.part))?.code ?? '';
	const turn = record.turns.find((each) => each.contestant === contestant && each.stage === stage);
	const expected = seatsOf(index, stage, at.part, at.panel).expectedFor(contestant, turn?.session ?? null);
	const marksThere = expected.some(({ judge: { code: own }, substitute }) => (substitute?.code ?? own) === code);
	const where = { session: turn?.session ?? null, cluster: index.clusters.get(contestant) ?? null };
	if (marksThere || sitsIn(judge, place.panel, where))
		return refuse('decision/judge-in-panel', { judge: code }, 'judge');
	const isExcused = excuses.pairs.has(excuseKey(code, contestant));
	const isRecused = decisionsOf(decisions, 'recusal').some(
		(each) => each.judge === code && each.contestant === contestant && (each.part === null || each.part === place.part)
	);
	if (isRecused || isExcused) return refuse('decision/judge-recused', { judge: code }, 'judge');
	return judge.role === 'head' ? refuse('decision/judge-knows-marks', { judge: code }, 'judge') : null;
}
