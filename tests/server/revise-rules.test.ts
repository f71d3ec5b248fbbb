// New versions of the rules on real Postgres: who may save them, what is kept, what is refused (R250).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { sha256 } from '../../src/lib/contest/sha256.ts';
import { writeRulesFile } from '../../src/lib/formats/rules-file/write-rules-file.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContest } from '../../src/lib/server/stores/contests.ts';
import { readEvents } from '../../src/lib/server/stores/events.ts';
import { readRulesVersions } from '../../src/lib/server/stores/rules-versions.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { reviseRules } from '../../src/lib/server/usecases/revise-rules.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { drawOrder, ok, outsiders, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

const quiz = ruleTemplates['chi-trac-nghiem'];

function changed(rules: Rules, change: (rules: Rules) => void): Rules {
	const after = structuredClone(rules);
	change(after);
	return after;
}

const revise = (seat: StaffSeat, contestId: string, rules: unknown, more: Record<string, unknown> = {}) =>
	reviseRules(world.app, seat, { contestId, document: JSON.stringify(rules), expectedRulesVersion: 1, ...more });

const contestOf = async (contestId: string) => (await readContest(world.app.database.drizzle, contestId))!;
const versionsOf = (contestId: string) => readRulesVersions(world.app.database.drizzle, contestId);

describe('a version of the rules', () => {
	it('is kept from the first one on, with who, when, why and its fingerprint', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		const { result } = ok(await revise(organiser, contestId, quiz, { reason: 'Theo kế hoạch số 5' }));
		const [second, first] = await versionsOf(contestId);
		expect(first).toMatchObject({ version: 1, by: organiser.name, byAccount: organiser.accountId });
		expect(second).toMatchObject({ version: 2, by: organiser.name, reason: 'Theo kế hoạch số 5', hash: result.hash });
		expect(second?.rules).toEqual(quiz);
		const { rules, rulesVersion } = await contestOf(contestId);
		expect({ rules, rulesVersion }).toEqual({ rules: quiz, rulesVersion: 2 });
		const line = (await readEvents(world.app.database.drizzle, contestId)).at(-1);
		expect(line).toMatchObject({ kind: 'rules-revised', payload: { version: 2, hash: result.hash } });
	});

	it('has the fingerprint of its file, also after the database has put its fields in another order', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		ok(await revise(organiser, contestId, ruleTemplates['ba-phan']));
		for (const { rules, hash } of await versionsOf(contestId)) expect(sha256(writeRulesFile(rules))).toBe(hash);
	});

	it('is never changed or deleted', async () => {
		const { contestId } = await world.contest();
		const { sql } = world.fresh.owner;
		await expect(sql`update rules_version set reason = 'x' where contest_id = ${contestId}`).rejects.toThrow(
			'only ever added'
		);
		await expect(sql`delete from rules_version where contest_id = ${contestId}`).rejects.toThrow('only ever added');
	});

	it('keeps the first one of a contest that is older than the list', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const { sql } = world.fresh.owner;
		await sql`alter table rules_version disable trigger rules_version_is_append_only`;
		await sql`delete from rules_version where contest_id = ${contestId}`;
		await sql`alter table rules_version enable trigger rules_version_is_append_only`;
		ok(
			await revise(
				organiser,
				contestId,
				changed(quiz, (rules) => (rules.reference = 'Số 1'))
			)
		);
		const kept = await versionsOf(contestId);
		expect(kept.map(({ version, by }) => [version, by])).toEqual([
			[2, organiser.name],
			[1, '']
		]);
		expect(kept[1]?.rules).toEqual(quiz);
	});

	it('may be saved with problems of the preflight: a draft is never lost', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const draft = changed(quiz, (rules) => {
			rules.stages[0]!.total = 1;
			rules.stages[0]!.tieBreaks = [];
		});
		expect(ok(await revise(organiser, contestId, draft)).result.version).toBe(2);
	});

	it('is carried over to rounds that are only planned', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		ok(await loadSample(world.app, organiser, { contestId }));
		const pick = { kind: 'codes', codes: ['LS01'] };
		ok(await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick }));
		const after = changed(quiz, ({ stages: [stage] }) => {
			const part = stage!.parts[0]!;
			if (part.kind === 'quiz') Object.assign(part, { graceMs: 2500, mayChangeAnswer: false });
		});
		ok(await revise(organiser, contestId, after));
		const rows = await world.app.database.sql`
			select r.grace_ms as round, q.grace_ms as question, q.may_change from round r
			join round_question q on q.round_id = r.id where r.contest_id = ${contestId}`;
		expect([...rows]).toEqual([{ round: 2500, question: 2500, may_change: false }]);
	});
});

describe('refused with nothing saved', () => {
	it('everybody who is not an organiser of this contest', async () => {
		const { contestId, organiser } = await world.contest();
		for (const [name, seat] of Object.entries(outsiders(organiser, contestId)))
			expect(await revise(seat as StaffSeat, contestId, quiz), name).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
		const secretary = withRoles(organiser, contestId, ['secretary']);
		expect(await revise(secretary, contestId, quiz)).toMatchObject({ refused: 'access/not-allowed' });
		expect(await versionsOf(contestId)).toHaveLength(1);
	});

	it('a version that somebody else has replaced meanwhile; of two at once one is saved', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		const both = await Promise.all([revise(organiser, contestId, quiz), revise(organiser, contestId, quiz)]);
		expect(both.map((each) => ('refused' in each ? each.refused : 'saved')).sort()).toEqual([
			'contest/moved-on',
			'saved'
		]);
		expect(await versionsOf(contestId)).toHaveLength(2);
	});

	it.each([
		['no JSON', '{"format": 2', /^\$: /],
		['another shape', JSON.stringify({ ...quiz, format: 1 }), /^format: /],
		['a field of somebody else', JSON.stringify({ ...quiz, joinCode: '1' }), /joinCode/],
		['a field twice', JSON.stringify(quiz).replace('"format":2', '"format":2,"format":2'), /format/],
		['a prototype', JSON.stringify(quiz).replace('"format":2', '"format":2,"__proto__":{"a":1}'), /__proto__/],
		['points that are no whole number', JSON.stringify(quiz).replace('10000', '1e400'), /./],
		['two million characters', JSON.stringify({ ...quiz, reference: 'x'.repeat(2_000_000) }), /./],
		['depth without end', `${'['.repeat(100_000)}`, /./]
	])('a hostile document: %s', async (_, document, problem) => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const refusal = await revise(organiser, contestId, null, { document });
		expect(refusal).toMatchObject({
			refused: 'rules/file-not-valid',
			details: { problem: { vi: expect.stringMatching(problem), en: expect.stringMatching(problem) } }
		});
		expect(await versionsOf(contestId)).toHaveLength(1);
	});

	it('a document without the part of a planned round, or the stage of a drawn order', async () => {
		const { contestId, organiser } = await world.contest('kien-thuc-thuyet-trinh');
		const template = ruleTemplates['kien-thuc-thuyet-trinh'];
		ok(await loadSample(world.app, organiser, { contestId }));
		await drawOrder(world, organiser, contestId);
		const withoutStage = changed(template, ({ stages: [stage] }) => (stage!.code = 'CK'));
		expect(await revise(organiser, contestId, withoutStage)).toMatchObject({
			refused: 'rules/in-use',
			details: { code: 'HT' }
		});
		const pick = { kind: 'codes', codes: ['LS01'] };
		ok(await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick }));
		const withoutPart = changed(template, ({ stages: [stage] }) => stage!.parts.shift());
		expect(await revise(organiser, contestId, withoutPart)).toMatchObject({
			refused: 'rules/in-use',
			details: { code: 'KT' }
		});
	});

	it('R250 anything that counts once a lobby was opened; words may still change', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		ok(await loadSample(world.app, organiser, { contestId }));
		const pick = { kind: 'codes', codes: ['LS01'] };
		const { roundId } = ok(
			await createRound(world.app, organiser, { contestId, partCode: 'KT', title: 'Vòng 1', pick })
		).result;
		ok(await runRound(world.app, organiser, { contestId, roundId, command: { do: 'open-lobby' } }));
		const points = changed(quiz, ({ stages: [stage] }) => (stage!.parts[0]!.maxPoints = 9000));
		expect(await revise(organiser, contestId, points)).toMatchObject({ refused: 'contest/has-started' });
		const words = changed(quiz, (rules) => (rules.awards[0]!.gift = 'Giấy khen'));
		expect(ok(await revise(organiser, contestId, words)).result.version).toBe(2);
	});

	it('everything once the result is published', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		await world.app.database.sql`update contest set published_at = now() where id = ${contestId}`;
		expect(await revise(organiser, contestId, quiz)).toMatchObject({ refused: 'result/already-published' });
	});
});
