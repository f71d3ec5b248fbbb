// What a decision says, as one sentence in both languages, for screens and papers; it must not know what it changes.
import type { Bilingual } from '../ids.ts';
import { formatPoints } from '../points.ts';
import type { DecisionContent, DivergenceOutcome } from '../record/decision.ts';
import type { RecordedChoice } from '../record/question.ts';
import type { ContestRecord } from '../record/record.ts';
import { preflight } from '../preflight/preflight.ts';
import { duration } from '../result/stage-time.ts';
import { allParts, partOf, stageOf, type Rules } from '../rules/rules.ts';
import { missingJudgeWords, tieKeyWords } from './decision-words.ts';

/** `record` must know the problem where one is accepted. */
export function describeDecision(
	record: ContestRecord,
	{ content, takesBack }: { content: DecisionContent; takesBack: number | null }
): Bilingual {
	const what = describeContent(record, content);
	if (takesBack === null) return what;
	return {
		vi: `Thu hồi quyết định số ${takesBack} (${what.vi})`,
		en: `Take back decision ${takesBack} (${what.en})`
	};
}

function describeContent(record: ContestRecord, content: DecisionContent): Bilingual {
	const { rules, judges, contestants, units } = record;
	const groups = rules.stages.flatMap(({ sessions }) => sessions);
	const panels = allParts(rules).flatMap((part) => ('panels' in part ? part.panels : []));
	// A stage, a part and an award may have the same code.
	const stageTitle = (code: string): Bilingual => stageOf(rules, code)?.title ?? same(code);
	const partTitle = (code: string): Bilingual => partOf(rules, code)?.title ?? same(code);
	const panel = (code: string): Bilingual => panels.find((each) => each.code === code)?.title ?? same(code);
	const judge = (code: string) => `${code} ${judges.find((each) => each.code === code)?.name ?? ''}`.trim();
	const person = (number: string) =>
		`${number} ${contestants.find((each) => each.number === number)?.name ?? ''}`.trim();
	const session = (code: string | null): Bilingual => {
		if (code === null) return { vi: 'mọi buổi thi', en: 'all sessions' };
		return groups.find((group) => group.code === code)?.title ?? same(code);
	};
	const reach = ({ session: from, onward }: DecisionContent & { kind: 'substitute' }): Bilingual => {
		const { vi, en } = session(from);
		return onward ? { vi: `từ ${vi} trở đi`, en: `from ${en} on` } : { vi, en };
	};
	switch (content.kind) {
		case 'key': {
			const { correct, tolerance, alsoCorrect } = content.key;
			const also = alsoCorrect.map((each) => `, ${each}`).join('');
			const exact = { vi: choiceText(correct, 'vi'), en: choiceText(correct, 'en') };
			const off = tolerance === '' ? '' : ` ± ${tolerance}`;
			return {
				vi: `Sửa đáp án câu ${content.question} thành ${exact.vi}${also}${off.replace('.', ',')}`,
				en: `Correct the key of question ${content.question} to ${exact.en}${also}${off}`
			};
		}
		case 'void':
			return { vi: `Huỷ câu hỏi ${content.question}`, en: `Annul question ${content.question}` };
		case 'answer': {
			const { question, choice, counts } = content;
			const whom = person(content.contestant);
			return {
				vi: `${counts ? 'Tính' : 'Không tính'} câu trả lời bị giữ lại của ${whom}, câu ${question}: ${choiceText(choice, 'vi')}`,
				en: `${counts ? 'Count' : 'Do not count'} the answer put aside of ${whom}, question ${question}: ${choiceText(choice, 'en')}`
			};
		}
		case 'recusal': {
			const [who, whom] = [judge(content.judge), person(content.contestant)];
			const part = content.part === null ? { vi: 'mọi phần', en: 'all parts' } : partTitle(content.part);
			const isRecused = content.how === 'recused';
			return {
				vi: `Giám khảo ${who} ${isRecused ? 'tránh chấm' : 'không cho điểm'} ${whom}, ${part.vi}`,
				en: `Judge ${who} ${isRecused ? 'is recused from' : 'abstains from'} marking ${whom}, ${part.en}`
			};
		}
		case 'substitute':
			return {
				vi: `${judge(content.substitute)} chấm thay ${judge(content.judge)}, ${reach(content).vi}`,
				en: `${judge(content.substitute)} marks in place of ${judge(content.judge)}, ${reach(content).en}`
			};
		case 'missing-judge': {
			const policy = missingJudgeWords(content.policy);
			const [vi, en] = [panel(content.panel).vi, panel(content.panel).en];
			return {
				vi: `${vi}, ${session(content.session).vi}, phiếu còn thiếu: ${policy.vi}`,
				en: `${en}, ${session(content.session).en}, missing sheets: ${policy.en}`
			};
		}
		case 'divergence': {
			const outcome = outcomeWords(content.outcome, judge);
			const [whom, part] = [person(content.contestant), partTitle(content.part)];
			return {
				vi: `Chênh lệch điểm của ${whom}, ${part.vi}: ${outcome.vi}`,
				en: `Difference between the marks of ${whom}, ${part.en}: ${outcome.en}`
			};
		}
		case 'points': {
			const place = pointsPlace(rules, content);
			if (content.points === 0)
				return {
					vi: `Không trừ điểm nộp muộn trong ${place.vi} của ${person(content.contestant)}`,
					en: `Deduct nothing for lateness from ${place.en} of ${person(content.contestant)}`
				};
			const size = Math.abs(content.points);
			const isAdded = content.points > 0;
			return {
				vi: `${isAdded ? 'Cộng' : 'Trừ'} ${formatPoints(size, 'vi')} điểm ${isAdded ? 'vào' : 'trong'} ${place.vi} của ${person(content.contestant)}`,
				en: `${isAdded ? 'Add' : 'Deduct'} ${formatPoints(size, 'en')} points ${isAdded ? 'to' : 'from'} ${place.en} of ${person(content.contestant)}`
			};
		}
		case 'time': {
			const length = duration(Math.abs(content.removedMs));
			const isTakenOut = content.removedMs > 0;
			return {
				vi: `${isTakenOut ? `Không tính ${length.vi} thời gian sự cố` : `Tính lại ${length.vi} thời gian sự cố`}, lượt thi của ${person(content.contestant)}, ${stageTitle(content.stage).vi}`,
				en: `${isTakenOut ? 'Take' : 'Put'} ${length.en} ${isTakenOut ? 'out of' : 'back into'} the turn of ${person(content.contestant)}, ${stageTitle(content.stage).en}`
			};
		}
		case 'tie': {
			const key = tieKeyWords(content.key);
			const order = content.order.map((group) => group.join(' = ')).join(' > ');
			const seed = content.seed === null ? '' : ` (${content.seed})`;
			const stage = stageTitle(content.stage);
			return {
				vi: `Phân định bằng điểm, ${stage.vi}, theo ${key.vi}${seed}: ${order}`,
				en: `Part the tied, ${stage.en}, by ${key.en}${seed}: ${order}`
			};
		}
		case 'advance': {
			const next = stageTitle(stageOf(rules, content.stage)?.advancement?.to ?? '');
			const whom = person(content.contestant);
			return content.goesOn
				? { vi: `Cho ${whom} vào ${next.vi}`, en: `Let ${whom} go on to ${next.en}` }
				: { vi: `Không cho ${whom} vào ${next.vi}`, en: `Do not let ${whom} go on to ${next.en}` };
		}
		case 'award': {
			const { to } = content;
			const whom =
				'contestant' in to ? person(to.contestant) : (units.find(({ code }) => code === to.unit)?.name ?? to.unit);
			const award = rules.awards.find(({ code }) => code === content.award)?.title ?? same(content.award);
			return content.given
				? { vi: `Trao ${award.vi} cho ${whom}`, en: `Give ${award.en} to ${whom}` }
				: { vi: `Thu hồi ${award.vi} của ${whom}`, en: `Take ${award.en} from ${whom}` };
		}
		case 'override': {
			const { open, overridden } = preflight(record);
			const found = [...open, ...overridden].find(
				({ code, path }) => code === content.problem && path === content.path
			);
			const text = found?.text ?? same(content.problem);
			return { vi: `Chấp nhận vướng mắc: ${text.vi}`, en: `Accept the problem: ${text.en}` };
		}
	}
}

/** The only total there is needs no name. */
function pointsPlace(rules: Rules, { stage, part }: { stage: string; part: string | null }): Bilingual {
	if (part !== null) {
		const title = partOf(rules, part)?.title ?? same(part);
		return { vi: `phần ${title.vi}`, en: `the part ${title.en}` };
	}
	const title = rules.stages.length > 1 ? (stageOf(rules, stage)?.title ?? same(stage)) : null;
	return title ? { vi: `tổng điểm ${title.vi}`, en: `the total of ${title.en}` } : { vi: 'tổng điểm', en: 'the total' };
}

/** A choice as people write it. */
export function choiceText(choice: RecordedChoice, language: 'vi' | 'en'): string {
	switch (choice.kind) {
		case 'options':
			return choice.options.join(', ');
		case 'number':
			return language === 'vi' ? choice.value.replace('.', ',') : choice.value;
		case 'pairs':
			return Object.entries(choice.pairs)
				.map(([left, right]) => `${left}–${right}`)
				.join(', ');
		case 'text':
			return choice.value;
	}
}

function outcomeWords(outcome: DivergenceOutcome, judge: (code: string) => string): Bilingual {
	switch (outcome.kind) {
		case 'stands':
			return { vi: 'giữ nguyên các phiếu sau khi hội ý', en: 'the sheets stand after consulting' };
		case 'head':
			return {
				vi: `Trưởng Ban Giám khảo quyết định ${formatPoints(outcome.value, 'vi')} điểm`,
				en: `the head judge decides on ${formatPoints(outcome.value, 'en')} points`
			};
		case 'extra':
			return { vi: `dùng phiếu của ${judge(outcome.judge)}`, en: `the sheet of ${judge(outcome.judge)} is used` };
	}
}

function same(text: string): Bilingual {
	return { vi: text, en: text };
}
