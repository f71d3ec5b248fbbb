// The parts of a stage, of every kind, as fields of the editor.
import { m } from '#lib/paraglide/messages.js';
import { judgedKinds, type JudgedPart, type Part } from '#lib/contest/rules/parts.ts';
import { allParts } from '#lib/contest/rules/rules.ts';
import { freeCode, nameOf, rubrics } from './codes.ts';
import {
	choicesOf,
	variantsOf,
	type Field,
	type ListField,
	type Says,
	type Surroundings,
	type Variant
} from './field.ts';
import { newPanel, panels } from './panel.ts';
import { quizFields } from './quiz.ts';
import { timing } from './timing.ts';

const frame: Field[] = [
	{ kind: 'code', name: 'code', label: m.rules_code, says: m.rules_part_code_says },
	{ kind: 'bilingual', name: 'title', label: m.rules_title },
	{
		kind: 'number',
		unit: 'points',
		name: 'maxPoints',
		label: m.rules_part_points,
		says: m.rules_part_points_says,
		least: 1,
		most: 100_000_000
	},
	{
		kind: 'number',
		unit: 'percent',
		name: 'weight',
		label: m.rules_part_weight,
		says: m.rules_part_weight_says,
		least: 0,
		most: 1000
	},
	{
		kind: 'choice',
		name: 'scale',
		label: m.rules_part_scale,
		says: m.rules_part_scale_says,
		choices: choicesOf({ scaled: m.rules_part_scaled, raw: m.rules_part_raw })
	}
];

const judgedFields: Field[] = [
	...frame,
	{ kind: 'pick', name: 'rubric', label: m.rules_part_rubric, says: m.rules_part_rubric_says, from: rubrics },
	panels,
	timing
];

interface Beginning {
	label: Says;
	code: string;
	vi: string;
	en: string;
}

const judged: Record<JudgedPart['kind'], Beginning> = {
	outline: { label: m.rules_part_outline, code: 'DC', vi: 'Đề cương', en: 'Outline' },
	written: { label: m.rules_part_written, code: 'BV', vi: 'Bài viết', en: 'Written paper' },
	presentation: { label: m.rules_part_presentation, code: 'TT', vi: 'Thuyết trình', en: 'Presentation' },
	situation: { label: m.rules_part_situation, code: 'TH', vi: 'Xử lý tình huống', en: 'Handling a situation' },
	greeting: { label: m.rules_part_greeting, code: 'CH', vi: 'Chào hỏi', en: 'Greeting' },
	talent: { label: m.rules_part_talent, code: 'NK', vi: 'Năng khiếu', en: 'Talent' },
	sketch: { label: m.rules_part_sketch, code: 'TP', vi: 'Tiểu phẩm', en: 'Sketch' },
	debate: { label: m.rules_part_debate, code: 'HB', vi: 'Hùng biện', en: 'Debate' }
};

/** Of another kind the name, points and weight stay; a new part gets a code that is free in the whole document. */
function framed({ rules }: Surroundings, before: object | undefined, wish: Beginning, maxPoints: number) {
	const former: Partial<Part> = before ?? {};
	return {
		code: former.code ?? freeCode(wish.code, allParts(rules)),
		title: former.title ?? { vi: wish.vi, en: wish.en },
		maxPoints: former.maxPoints ?? maxPoints,
		weight: former.weight ?? 100,
		scale: former.scale ?? 'scaled'
	};
}

function judgedVariant(kind: JudgedPart['kind']): Omit<Variant, 'kind'> {
	const beginning = judged[kind];
	return {
		label: beginning.label,
		fields: judgedFields,
		make: (around, before) => {
			if (before && 'panels' in before) return { ...before, kind };
			const { code, ...rest } = framed(around, before, beginning, 5000);
			const rubric = around.rubrics.find((each) => each.code === beginning.code) ?? around.rubrics[0];
			return { kind, code, ...rest, rubric: rubric?.code ?? beginning.code, panels: [newPanel([])], timing: null };
		}
	};
}

const quiz: Omit<Variant, 'kind'> = {
	label: m.rules_part_quiz,
	fields: [...frame, ...quizFields],
	make: (around, before) => ({
		kind: 'quiz',
		...framed(around, before, { label: m.rules_part_quiz, code: 'KT', vi: 'Kiến thức', en: 'Knowledge' }, 4000),
		questionCount: 20,
		scoring: { kind: 'fixed', points: 200, wrong: 0, blank: 0 },
		marking: { multiple: { kind: 'all-or-nothing' }, ordering: 'exact', matching: 'exact' },
		voided: 'left-out',
		mayChangeAnswer: true,
		graceMs: 1000
	})
};

const given: Omit<Variant, 'kind'> = {
	label: m.rules_part_given,
	says: m.rules_part_given_says,
	fields: frame,
	make: (around, before) => ({
		kind: 'given',
		...framed(around, before, { label: m.rules_part_given, code: 'DG', vi: 'Điểm cộng', en: 'Bonus points' }, 500)
	})
};

const judgedVariants = Object.fromEntries(judgedKinds.map((kind) => [kind, judgedVariant(kind)])) as Record<
	JudgedPart['kind'],
	Omit<Variant, 'kind'>
>;

export const partsField: ListField = {
	kind: 'list',
	name: 'parts',
	label: m.rules_parts,
	one: m.rules_part,
	says: m.rules_parts_says,
	add: m.rules_parts_add,
	titleOf: nameOf,
	isApart: true,
	body: { label: m.rules_part_kind, variants: variantsOf<Part['kind']>({ quiz, ...judgedVariants, given }) }
};
