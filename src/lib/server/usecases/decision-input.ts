// The shape of every decision as it comes from a form: strict, one schema for each kind; it must not know the contest.
import { z } from 'zod';
import type { DecisionContent } from '../../contest/record/decision.ts';
import { missingJudgePolicies } from '../../contest/rules/panels.ts';
import { decidedTieBreaks } from '../../contest/rules/ties.ts';
import { lineText } from './setup-input.ts';

const code = lineText(60);
const someCode = code.nullable();
const points = z.int().min(-1_000_000).max(1_000_000);
const longestMs = 24 * 3_600_000;
const text = lineText(500);

const choice = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('options'), options: z.array(code).max(20) }),
	z.strictObject({ kind: z.literal('number'), value: z.string().max(30) }),
	z.strictObject({ kind: z.literal('pairs'), pairs: z.record(code, code) }),
	z.strictObject({ kind: z.literal('text'), value: text })
]);

/** How a difference between judges is settled (R136). */
export const divergenceOutcome = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('stands') }),
	z.strictObject({ kind: z.literal('head'), value: points }),
	z.strictObject({ kind: z.literal('extra'), judge: code })
]);

export const decisionContent = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('key'),
		question: code,
		key: z.strictObject({ correct: choice, tolerance: z.string().max(30), alsoCorrect: z.array(text).max(20) })
	}),
	z.strictObject({ kind: z.literal('void'), question: code }),
	z.strictObject({
		kind: z.literal('answer'),
		question: code,
		contestant: code,
		choice,
		usedMs: z.int().min(0).max(longestMs),
		counts: z.boolean()
	}),
	z.strictObject({
		kind: z.literal('recusal'),
		judge: code,
		contestant: code,
		part: someCode,
		how: z.enum(['recused', 'abstained'])
	}),
	z.strictObject({
		kind: z.literal('substitute'),
		judge: code,
		substitute: code,
		session: someCode,
		onward: z.boolean().optional()
	}),
	z.strictObject({
		kind: z.literal('missing-judge'),
		panel: code,
		session: someCode,
		policy: z.enum(missingJudgePolicies)
	}),
	z.strictObject({
		kind: z.literal('divergence'),
		part: code,
		panel: code,
		contestant: code,
		outcome: divergenceOutcome
	}),
	z.strictObject({
		kind: z.literal('points'),
		stage: code,
		part: someCode,
		contestant: code,
		points,
		lateEntry: code.optional()
	}),
	z.strictObject({
		kind: z.literal('time'),
		stage: code,
		contestant: code,
		removedMs: z.int().min(-longestMs).max(longestMs)
	}),
	z.strictObject({
		kind: z.literal('tie'),
		stage: code,
		key: z.enum(decidedTieBreaks),
		order: z.array(z.array(code).min(1).max(2000)).min(1).max(2000),
		seed: lineText(100).nullable()
	}),
	z.strictObject({ kind: z.literal('advance'), stage: code, contestant: code, goesOn: z.boolean() }),
	z.strictObject({
		kind: z.literal('award'),
		award: code,
		to: z.union([z.strictObject({ contestant: code }), z.strictObject({ unit: code })]),
		given: z.boolean()
	}),
	z.strictObject({ kind: z.literal('override'), problem: code, path: lineText(300) })
]) satisfies z.ZodType<DecisionContent>;

/** A decision, or the sequence of one that is taken back. */
export const decisionAsked = z.union([
	z.strictObject({ content: decisionContent }),
	z.strictObject({ takesBack: z.int().positive() })
]);

export type DecisionAsked = z.infer<typeof decisionAsked>;

export const previewHash = z.string().regex(/^[0-9a-f]{64}$/);
