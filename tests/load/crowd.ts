// Many phones in one process: join, wait for a scene, answer all at once; it must not know how the server is made.
import { someChoice } from '../../src/cli/rehearsal/phone.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import type { RoundPhase } from '../../src/lib/contest/round.ts';
import { LoadPhone, type Ended, type PhoneSeat } from './load-phone.ts';
import { monotonicMs, openOperationLog } from './operation-log.ts';

export interface CrowdSettings {
	seats: PhoneSeat[];
	logFile: string;
	seed: number;
	canary?: string;
	takesStale?: boolean;
}

/** What phones are waited for to show; all given parts must hold. */
export interface Wanted {
	version?: number;
	question?: number;
	phases?: RoundPhase[];
	scene?: string;
}

export interface Answering {
	/** When the first was sent, on the machine's monotonic clock. */
	beganAt: number;
	endedAt: number;
	/** From sending to receipt, ms. */
	ackMs: number[];
	/** How many were refused, by code. */
	refused: Record<string, number>;
}

export interface Standing {
	phones: number;
	isIn: number;
	pending: number;
	handshakes: number;
	versions: number[];
	backAfterMs: number[];
	noticedAfterMs: number[];
}

export interface Usage {
	cpuMs: number;
	rssMiB: number;
}

const lookMs = 100;
const mostConnecting = 128;

export class Crowd {
	readonly phones: LoadPhone[];
	private readonly random: () => number;
	private readonly log;
	private readonly looking: NodeJS.Timeout;
	private readonly watching = new Set<(phone: LoadPhone, at: number) => void>();

	constructor(settings: CrowdSettings) {
		const { canary, takesStale } = settings;
		this.random = repeatableRandom(settings.seed);
		this.log = openOperationLog(settings.logFile);
		const manners = {
			log: this.log,
			random: this.random,
			canary,
			takesStale,
			onStage: (phone: LoadPhone, at: number) => {
				for (const watch of this.watching) watch(phone, at);
			}
		};
		this.phones = settings.seats.map((seat) => new LoadPhone(seat, manners));
		this.looking = setInterval(() => {
			const now = monotonicMs();
			for (const phone of this.phones) phone.look(now);
		}, lookMs);
	}

	/** Connects everybody, so many at a time; gives how long each took from its own beginning. */
	async join(): Promise<{ tookMs: number; eachMs: number[] }> {
		const beganAt = monotonicMs();
		const begun = new Map<LoadPhone, number>();
		const eachMs: number[] = [];
		const waiting = [...this.phones];
		const startNext = () => {
			const phone = waiting.shift();
			if (!phone) return;
			begun.set(phone, monotonicMs());
			phone.connect();
		};
		await new Promise<void>((done) => {
			const watch = (phone: LoadPhone, at: number) => {
				const from = begun.get(phone);
				if (from === undefined) return;
				begun.delete(phone);
				eachMs.push(at - from);
				startNext();
				if (eachMs.length < this.phones.length) return;
				this.watching.delete(watch);
				done();
			};
			this.watching.add(watch);
			for (let count = 0; count < mostConnecting; count++) startNext();
		});
		return { tookMs: monotonicMs() - beganAt, eachMs };
	}

	/** When each phone first showed what is wanted, on the machine's monotonic clock; those that do already count as now. */
	until(wanted: Wanted): Promise<number[]> {
		const arrivals: number[] = [];
		const missing = new Set(this.phones.filter((phone) => !shows(phone, wanted)));
		for (let count = missing.size; count < this.phones.length; count++) arrivals.push(monotonicMs());
		return new Promise((done) => {
			const watch = (phone: LoadPhone, at: number) => {
				if (!missing.has(phone) || !shows(phone, wanted)) return;
				missing.delete(phone);
				arrivals.push(at);
				end();
			};
			const end = () => {
				if (missing.size > 0) return;
				this.watching.delete(watch);
				done(arrivals);
			};
			this.watching.add(watch);
			end();
		});
	}

	/** Everybody answers the question on their screen, at one moment or spread over some time; resolves when all are decided. */
	async answer(given: { spreadMs?: number; seed: number }): Promise<Answering> {
		const random = repeatableRandom(given.seed);
		const spreadMs = given.spreadMs ?? 0;
		const beganAt = monotonicMs();
		const all = this.phones.map((phone) => {
			const scene = phone.stage?.scene;
			if (scene?.kind !== 'question') throw new Error(`${phone.seat.number} shows no question`);
			const choice = someChoice(scene, random);
			if (spreadMs === 0) return phone.answer(choice);
			const waitMs = spreadMs * random();
			return new Promise<Ended>((ended) => setTimeout(() => void phone.answer(choice).then(ended), waitMs));
		});
		const ends = await Promise.all(all);
		const refused: Record<string, number> = {};
		for (const { code } of ends) if (code) refused[code] = (refused[code] ?? 0) + 1;
		const ackMs = ends.filter(({ kind }) => kind === 'ok').map(({ tookMs }) => tookMs);
		return { beganAt, endedAt: monotonicMs(), ackMs, refused };
	}

	/** Answers with a receipt so far. */
	acknowledged(): number {
		return this.phones.reduce((sum, { receipts }) => sum + receipts, 0);
	}

	standing(): Standing {
		return {
			phones: this.phones.length,
			isIn: this.phones.filter((phone) => phone.isIn).length,
			pending: this.phones.reduce((sum, phone) => sum + phone.pending.size, 0),
			handshakes: this.phones.reduce((sum, phone) => sum + phone.handshakes, 0),
			versions: [...new Set(this.phones.map((phone) => phone.stage?.version ?? 0))],
			backAfterMs: this.phones.flatMap((phone) => phone.backAfterMs),
			noticedAfterMs: this.phones.flatMap((phone) => phone.noticedAfterMs)
		};
	}

	usage(): Usage {
		const { user, system } = process.cpuUsage();
		return { cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage().rss / 2 ** 20 };
	}

	cutAll(): void {
		for (const phone of this.phones) phone.cut();
	}

	/** Everybody goes and does not come back before `join`. */
	leave(): void {
		for (const phone of this.phones) phone.close();
	}

	flush(): void {
		this.log.flush();
	}

	close(): void {
		clearInterval(this.looking);
		for (const phone of this.phones) phone.close();
		this.log.flush();
	}
}

function shows({ stage, isIn }: LoadPhone, wanted: Wanted): boolean {
	if (!stage || !isIn) return false;
	const { scene } = stage;
	if (wanted.version !== undefined && stage.version < wanted.version) return false;
	if (wanted.scene !== undefined && scene.kind !== wanted.scene) return false;
	if (wanted.question === undefined && wanted.phases === undefined) return true;
	if (scene.kind !== 'question') return false;
	if (wanted.question !== undefined && scene.question.number !== wanted.question) return false;
	return wanted.phases === undefined || wanted.phases.includes(scene.phase);
}
