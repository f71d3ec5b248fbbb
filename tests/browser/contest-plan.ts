// Builds a contest for a browser test through the house's own use cases: `await house.contest().sample().round().atQuestion(2)`.
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, type Refusal } from '../../src/lib/contest/refusal.ts';
import type { RoundCommand } from '../../src/lib/contest/round.ts';
import type { Rules } from '../../src/lib/contest/rules/rules.ts';
import type { App } from '../../src/lib/server/app.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { updateContest } from '../../src/lib/server/stores/contests.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { appointJudges } from '../../src/lib/server/usecases/appoint-judges.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { createContest } from '../../src/lib/server/usecases/create-contest.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { drawLots } from '../../src/lib/server/usecases/draw-lots.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { issueSlips, type PrintedSlip } from '../../src/lib/server/usecases/issue-slips.ts';
import { loadSample } from '../../src/lib/server/usecases/load-sample.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { runRound } from '../../src/lib/server/usecases/run-round.ts';
import { seatJudges } from '../../src/lib/server/usecases/seat-judges.ts';
import { givePin } from '../server/lock-signed.ts';

export interface ContestWish {
	template?: 'ba-phan' | 'kien-thuc-thuyet-trinh' | 'chi-trac-nghiem' | 'nothing';
	name?: string;
}

/** Somebody with an account: the link that sets the password, until it has been used. */
export interface Person {
	login: string;
	password: string;
	invitation: string | null;
}

export interface BuiltContest {
	id: string;
	/** The seat with which the use cases are called. */
	organiser: StaffSeat;
	roundId: string | null;
	/** By contestant number. */
	slips: Map<string, PrintedSlip>;
	/** By judge code: GK01 … */
	judges: Map<string, Person>;
	secretary(): Promise<Person>;
	mc(): Promise<Person>;
	screenSlip(): Promise<PrintedSlip>;
	/** One command of the round, as the organiser. */
	run(command: RoundCommand): Promise<void>;
	/** Closes the running question and waits until it is sealed. */
	closeQuestion(): Promise<void>;
}

/** Steps are only noted until the plan is awaited. */
export class ContestPlan implements PromiseLike<BuiltContest> {
	readonly #app: App;
	readonly #founder: StaffSeat;
	readonly #wish: ContestWish;
	readonly #onBuilt: (contest: BuiltContest) => void;
	readonly #steps: ((contest: BuiltContest) => Promise<void>)[] = [];
	#built: Promise<BuiltContest> | null = null;

	constructor(app: App, founder: StaffSeat, wish: ContestWish, onBuilt: (contest: BuiltContest) => void) {
		this.#app = app;
		this.#founder = founder;
		this.#wish = wish;
		this.#onBuilt = onBuilt;
	}

	/** Units, 54 contestants, judges with accounts, questions, topics, situations, rubrics, and a slip for everybody. */
	sample(): this {
		return this.#then(async (contest) => {
			const { id: contestId, organiser, judges, slips } = contest;
			const loaded = ok(await loadSample(this.#app, organiser, { contestId }));
			for (const { code, login, accountId, invitation } of loaded.judges) {
				judges.set(code, personOf(login, invitation));
				await givePin(this.#app, accountId);
			}
			for (const slip of ok(await issueSlips(this.#app, organiser, { contestId, who: 'all' })).result)
				slips.set(slip.contestant?.number ?? '', slip);
		});
	}

	/** Another bank besides the sample's, as a file of the organiser. */
	questions(csv: string): this {
		return this.#then((contest) => this.#import(contest, 'questions', csv));
	}

	/** Judges besides the sample's, as a file of the organiser, with accounts; they sit in no panel. */
	judgesAside(csv: string): this {
		return this.#then(async (contest) => {
			const { id: contestId, organiser, judges } = contest;
			await this.#import(contest, 'judges', csv);
			for (const { code, login, accountId, invitation } of ok(
				await appointJudges(this.#app, organiser, { contestId })
			)) {
				judges.set(code, personOf(login, invitation));
				await givePin(this.#app, accountId);
				ok(await seatJudges(this.#app, organiser, { contestId, judge: code, panels: [] }));
			}
		});
	}

	/** Other rules than those of the template; everybody there is goes into their first category and cluster. */
	rules(rules: Rules): this {
		return this.#then(async ({ id }) => {
			await updateContest(this.#app.database.drizzle, id, { rules });
			const [category, cluster] = [rules.categories[0]?.code ?? null, rules.clusters[0]?.code ?? null];
			await this.#app.database.sql`
				update contestant set category = ${category}, cluster = ${cluster} where contest_id = ${id}`;
		});
	}

	/** Only the first contestants by number take part; the others have withdrawn. */
	keeping(count: number): this {
		return this.#then(async ({ id: contestId, organiser, slips }) => {
			const contestantIds = [...slips.values()].slice(count).flatMap(({ contestant }) => contestant?.id ?? []);
			ok(
				await checkInContestant(this.#app, organiser, { contestId, contestantIds, as: 'withdrawn', reason: 'Bận việc' })
			);
		});
	}

	/** Running order, topics and situations. */
	lots(): this {
		return this.#then(async ({ id: contestId, organiser }) => {
			const witnesses = [{ name: 'Phạm Thị Chứng', said: '123' }];
			for (const kind of ['order', 'topics', 'situations']) {
				ok(await freezeLots(this.#app, organiser, { contestId, kind }));
				ok(await drawLots(this.#app, organiser, { contestId, kind, witnesses }));
			}
		});
	}

	/** A round of the quiz part; without codes its questions are drawn by a fixed seed. */
	round({ count = 5, codes }: { count?: number; codes?: string[] } = {}): this {
		return this.#then(async (contest) => {
			const pick = codes ? { kind: 'codes', codes } : { kind: 'draw', seed: '1 2 3', count };
			const given = { contestId: contest.id, partCode: 'KT', title: 'Câu hỏi kiến thức', pick };
			contest.roundId = ok(await createRound(this.#app, contest.organiser, given)).result.roundId;
		});
	}

	inLobby(): this {
		return this.#then((contest) => contest.run({ do: 'open-lobby' }));
	}

	/** The round opened, questions before the nth played and sealed without answers, the nth shown or its timer running. */
	atQuestion(nth: number, phase: 'shown' | 'running' = 'running'): this {
		return this.#then(async (contest) => {
			await contest.run({ do: 'open-lobby' });
			for (let number = 1; number <= nth; number++) {
				if (number > 1) await contest.closeQuestion();
				await contest.run({ do: 'show-question' });
				if (number < nth || phase === 'running') await contest.run({ do: 'start-timer' });
			}
		});
	}

	/** Awaiting the plan is what builds it, once. */
	then<A = BuiltContest, B = never>(
		act?: ((contest: BuiltContest) => A | PromiseLike<A>) | null,
		onError?: ((error: unknown) => B | PromiseLike<B>) | null
	): Promise<A | B> {
		this.#built ??= this.#build();
		return this.#built.then(act, onError);
	}

	async #import({ id: contestId, organiser }: BuiltContest, kind: string, csv: string): Promise<void> {
		const file = { contestId, kind, fileName: `${kind}.csv`, bytes: new TextEncoder().encode(csv) };
		const { hash, version } = ok(await previewImport(this.#app, organiser, { ...file, language: 'vi' }));
		ok(await commitImport(this.#app, organiser, { ...file, hash, expectedVersion: version, onlyGoodRows: false }));
	}

	#then(step: (contest: BuiltContest) => Promise<void>): this {
		this.#steps.push(step);
		return this;
	}

	async #build(): Promise<BuiltContest> {
		const { template = 'chi-trac-nghiem', name = 'Hội thi báo cáo viên, tuyên truyền viên giỏi' } = this.#wish;
		const facts = { template, name, organiser: 'Đảng ủy Khối', place: 'Hội trường lớn', heldOn: '2026-12-01' };
		const { contestId } = ok(await createContest(this.#app, this.#founder, facts));
		const organiser = { ...this.#founder, roles: { [contestId]: ['organiser' as const] } };
		const contest = builtContest(this.#app, contestId, organiser);
		for (const step of this.#steps) await step(contest);
		this.#onBuilt(contest);
		return contest;
	}
}

function builtContest(app: App, contestId: string, organiser: StaffSeat): BuiltContest {
	const staff = async (role: 'secretary' | 'mc', displayName: string) => {
		const login = `${role}-${contestId.slice(-12)}`;
		const added = ok(await addStaff(app, organiser, { contestId, login, displayName, role }));
		return personOf(added.login, added.invitation);
	};
	const once = <T>(make: () => Promise<T>) => {
		let made: Promise<T> | null = null;
		return () => (made ??= make());
	};
	const command = (wanted: RoundCommand) =>
		runRound(app, organiser, { contestId, roundId: contest.roundId, command: wanted });
	const contest: BuiltContest = {
		id: contestId,
		organiser,
		roundId: null,
		slips: new Map(),
		judges: new Map(),
		secretary: once(() => staff('secretary', 'Lê Thị Thư')),
		mc: once(() => staff('mc', 'Trần Văn Dẫn')),
		screenSlip: once(async () => {
			const [slip] = ok(await issueSlips(app, organiser, { contestId, who: 'screen' })).result;
			if (!slip) throw new Error('no slip for the screen');
			return slip;
		}),
		async run(wanted) {
			ok(await command(wanted));
		},
		async closeQuestion() {
			ok(await command({ do: 'close' }));
			await untilSealed(async () => {
				const sealed = await command({ do: 'seal' });
				return !isRefusal(sealed) || sealed.details.phase === 'closed';
			});
		}
	};
	return contest;
}

/** The timekeeper of the server seals after the grace of a second; whoever comes first, once only. */
async function untilSealed(isSealed: () => Promise<boolean>): Promise<void> {
	const givesUpAt = performance.now() + 10_000;
	while (!(await isSealed())) {
		if (performance.now() > givesUpAt) throw new Error('the question was not sealed');
		await pause(100);
	}
}

function personOf(login: string, invitation: string | null): Person {
	return { login, password: `mật khẩu của ${login}`, invitation };
}

function ok<T>(value: T): Exclude<T, Refusal> {
	if (isRefusal(value))
		throw new Error(`refused: ${value.refused} ${JSON.stringify(value.details)} ${value.field ?? ''}`);
	return value as Exclude<T, Refusal>;
}
