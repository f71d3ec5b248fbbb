// What the pages of the rules read, on real Postgres: the desk, the versions and their files, the preflight before the contest.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { sha256 } from '../../src/lib/contest/sha256.ts';
import { gatherTrialPeople } from '../../src/lib/server/usecases/gather-trial-people.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { reviseRules } from '../../src/lib/server/usecases/revise-rules.ts';
import { readPreflight } from '../../src/lib/server/views/preflight-report.ts';
import { readRulesDesk } from '../../src/lib/server/views/rules-desk.ts';
import { readRulesHistory, readSavedFile } from '../../src/lib/server/views/rules-history.ts';
import { anonymous } from '../../src/lib/server/seat.ts';
import { ok, setupWorld, withRoles, type World } from './setup-world.ts';

let world: World;

beforeAll(async () => {
	world = await setupWorld();
});
afterAll(() => world.close());

describe('the pages of the rules', () => {
	it('give each version as the file its fingerprint is of', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		const document = JSON.stringify(ruleTemplates['ba-phan']);
		ok(await reviseRules(world.app, organiser, { contestId, document, expectedRulesVersion: 1 }));
		const history = ok(await readRulesHistory(world.app, organiser, contestId));
		expect(history.map(({ version }) => version)).toEqual([2, 1]);
		for (const { version, hash } of history)
			expect(sha256(ok(await readSavedFile(world.app, organiser, contestId, version)).text)).toBe(hash);
		expect(ok(await readSavedFile(world.app, organiser, contestId, null)).version).toBe(2);
		expect(await readSavedFile(world.app, organiser, contestId, 7)).toMatchObject({ refused: 'input/not-found' });
	});

	it('say who may change what', async () => {
		const { contestId, organiser } = await world.contest('chi-trac-nghiem');
		const secretary = withRoles(organiser, contestId, ['secretary']);
		const mayChange = async (seat: typeof organiser) => ok(await readRulesDesk(world.app, seat, contestId)).mayChange;
		expect([await mayChange(organiser), await mayChange(secretary)]).toEqual(['all', 'nothing']);
		await world.app.database.sql`
			insert into round (contest_id, part_code, title, position, grace_ms, phase)
			values (${contestId}, 'KT', 'Vòng 1', 1, 1000, 'lobby')`;
		expect(await mayChange(organiser)).toBe('words');
		await world.app.database.sql`update contest set published_at = now() where id = ${contestId}`;
		expect(await mayChange(organiser)).toBe('nothing');
	});

	it('are for people with a role in the contest', async () => {
		const { contestId, organiser } = await world.contest();
		const mc = withRoles(organiser, contestId, ['mc']);
		for (const seat of [anonymous, mc]) {
			expect(await readRulesDesk(world.app, seat, contestId)).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
			expect(await readRulesHistory(world.app, seat, contestId)).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
			expect(await readSavedFile(world.app, seat, contestId, 1)).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
			expect(await readPreflight(world.app, seat, contestId)).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
		}
	});
});

describe('the people rules are tried with', () => {
	it('are those of the sample until the contest has contestants of its own', async () => {
		const { contestId, organiser } = await world.contest('nothing');
		const sample = ok(await gatherTrialPeople(world.app, organiser, contestId));
		expect(sample).toMatchObject({ areSample: true, contestants: { length: 54 }, judges: { length: 7 } });
		const units = new Set(sample.units.map(({ code }) => code));
		expect(sample.contestants.filter(({ unit }) => !units.has(unit))).toEqual([]);
		expect(new Set(sample.contestants.map(({ unit }) => unit)).size).toBe(49);
		ok(await loadSample(world.app, organiser, { contestId }));
		await world.app.database.sql`
			update contestant set full_name = 'Lê Thị Riêng' where contest_id = ${contestId} and number = 'TS01'`;
		const own = ok(await gatherTrialPeople(world.app, organiser, contestId));
		expect(own).toMatchObject({ areSample: false, contestants: { length: 54 }, judges: { length: 7 } });
		expect(own.contestants.map(({ name }) => name)).toContain('Lê Thị Riêng');
	});

	it('are for those who write the rules', async () => {
		const { contestId, organiser } = await world.contest();
		for (const seat of [anonymous, withRoles(organiser, contestId, ['secretary', 'head_judge', 'mc'])])
			expect(await gatherTrialPeople(world.app, seat, contestId)).toMatchObject({
				refused: expect.stringMatching(/^access\//)
			});
	});
});

describe('R90, R230 the check before the contest', () => {
	it('names what the sample still lacks, and never a key', async () => {
		const { contestId, organiser } = await world.contest();
		ok(await loadSample(world.app, organiser, { contestId }));
		const { open } = ok(await readPreflight(world.app, organiser, contestId));
		expect(open.map(({ code }) => code)).toEqual(['slot-missing']);
		await world.app.database.sql`
			update question_key set key = jsonb_set(key, '{correct}', '{"kind": "options", "options": ["Z9"]}')
			where question_id = (select id from question where contest_id = ${contestId} and code = 'LS01')`;
		const broken = ok(await readPreflight(world.app, organiser, contestId)).open;
		expect(broken.map(({ code, details }) => [code, details.question])).toContainEqual(['key-incomplete', 'LS01']);
		expect(JSON.stringify(broken)).not.toContain('Z9');
	});
});
