// The chain that parts contestants with equal totals, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import type { TieBreak, TieBreakKind } from '#lib/contest/rules/ties.ts';
import { criteria, firstOf, judgedParts, labelOf, parts, stagesBefore } from './codes.ts';
import { variantsOf, type Choice, type ListField, type Says, type Surroundings, type Variant } from './field.ts';

const plain = (kind: TieBreakKind, label: Says, says: Says): Omit<Variant, 'kind'> => ({
	label,
	says,
	make: () => ({ kind }),
	fields: []
});

function about(
	kind: TieBreakKind,
	words: { label: Says; says: Says },
	pick: { name: string; label: Says; from: (around: Surroundings) => Choice[] }
): Omit<Variant, 'kind'> {
	return {
		...words,
		make: (around) => ({ kind, [pick.name]: firstOf(pick.from(around)) }),
		fields: [{ kind: 'pick', ...pick }]
	};
}

const part = { name: 'part', label: m.rules_part };

const variants = variantsOf<TieBreakKind>({
	part: about('part', { label: m.rules_tie_part, says: m.rules_tie_part_says }, { ...part, from: parts }),
	criterion: about(
		'criterion',
		{ label: m.rules_tie_criterion, says: m.rules_tie_criterion_says },
		{ name: 'criterion', label: m.rules_criterion, from: criteria }
	),
	'exact-total': plain('exact-total', m.rules_tie_exact, m.rules_tie_exact_says),
	stage: about(
		'stage',
		{ label: m.rules_tie_stage, says: m.rules_tie_stage_says },
		{ name: 'stage', label: m.rules_stage, from: stagesBefore }
	),
	median: about('median', { label: m.rules_tie_median, says: m.rules_tie_median_says }, { ...part, from: judgedParts }),
	'top-marks': {
		label: m.rules_tie_top_marks,
		says: m.rules_tie_top_marks_says,
		make: () => ({ kind: 'top-marks', part: null }),
		fields: [{ kind: 'pick', ...part, from: judgedParts, blank: m.rules_tie_all_parts }]
	},
	'fewer-penalties': plain('fewer-penalties', m.rules_tie_penalties, m.rules_tie_penalties_says),
	'stage-time': plain('stage-time', m.rules_tie_stage_time, m.rules_tie_stage_time_says),
	'right-answers': plain('right-answers', m.rules_tie_right, m.rules_tie_right_says),
	'answer-time': plain('answer-time', m.rules_tie_answer_time, m.rules_tie_answer_time_says),
	'extra-question': plain('extra-question', m.rules_tie_extra, m.rules_tie_extra_says),
	lots: plain('lots', m.rules_tie_lots, m.rules_tie_lots_says),
	'head-judge': plain('head-judge', m.rules_tie_head, m.rules_tie_head_says),
	share: plain('share', m.rules_tie_share, m.rules_tie_share_says)
});

export const tieBreaksField: ListField = {
	kind: 'list',
	name: 'tieBreaks',
	label: m.rules_ties,
	says: m.rules_ties_says,
	add: m.rules_ties_add,
	titleOf: (item: TieBreak, around) => {
		const label = variants.find(({ kind }) => kind === item.kind)?.label() ?? item.kind;
		const [what, from] =
			'part' in item
				? [item.part, parts]
				: 'criterion' in item
					? [item.criterion, criteria]
					: 'stage' in item
						? [item.stage, stagesBefore]
						: [null, parts];
		return what === null ? label : `${label}: ${labelOf(what, from(around))}`;
	},
	body: { label: m.rules_tie_kind, variants }
};
