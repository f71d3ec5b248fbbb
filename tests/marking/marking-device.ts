// One device in a judge's hands: opens sheets, types, chooses between two copies, loses its line and its tab; it must not know what must hold.
import type { Script } from 'node:vm';
import { formatPoints } from '../../src/lib/contest/points.ts';
import type { DraftPhase } from '../../src/routes/judge/sheet-draft.svelte.ts';
import { openProxy, type Proxy } from '../faults/proxy.ts';
import { openTab, type Browser, type DeskTab } from './desk-tab.ts';
import { hundredths, storedFields, type Ledger } from './ledger.ts';
import type { MarkingJudge, MarkingWorld } from './marking-world.ts';

/** A way of `cut`: nothing goes out. */
export const refusing = 1;

export class MarkingDevice implements Browser {
	readonly name: string;
	readonly origin: string;
	readonly cookie: string;
	readonly contestId: string;
	readonly judgeId: string;
	readonly storage = new Map<string, string>();
	readonly operations = new Set<string>();
	readonly #line: Proxy;
	readonly #script: Script;
	readonly #ledger: Ledger;
	readonly #random: () => number;
	#tab: DeskTab;
	#texts = 0;

	private constructor(given: {
		name: string;
		cookie: string;
		line: Proxy;
		world: MarkingWorld;
		judge: MarkingJudge;
		script: Script;
		ledger: Ledger;
		random: () => number;
	}) {
		this.name = given.name;
		this.cookie = given.cookie;
		this.origin = `http://localhost:${given.line.port}`;
		this.contestId = given.world.contestId;
		this.judgeId = given.judge.id;
		this.#line = given.line;
		this.#script = given.script;
		this.#ledger = given.ledger;
		this.#random = given.random;
		this.#tab = this.#newTab();
	}

	static async open(
		world: MarkingWorld,
		judge: MarkingJudge,
		name: string,
		given: { script: Script; ledger: Ledger; random: () => number }
	): Promise<MarkingDevice> {
		const line = await openProxy(Number(new URL(world.node.origin).port), given.random);
		return new MarkingDevice({ name, cookie: await judge.cookie(), line, world, judge, ...given });
	}

	get turnId(): string | null {
		return this.#tab.sheet?.turn.turnId ?? null;
	}

	get phase(): DraftPhase | null {
		return this.#tab.draft?.phase ?? null;
	}

	/** How many times the tab waits for. */
	get timers(): number {
		return this.#tab.timers.size;
	}

	/** Something typed on this sheet has not been confirmed. */
	waits(turnId: string): boolean {
		return [...this.storage.keys()].some((place) => place.startsWith('hoithi_sheet_') && place.endsWith(turnId));
	}

	async openSheet(turnId: string): Promise<void> {
		if (this.turnId === turnId) return;
		if (this.turnId !== null) this.#tab.leave();
		await this.#tab.open(turnId);
	}

	/** A mark on its grid, or now and then a comment; nothing where no sheet is open. */
	type(): void {
		const { draft, sheet } = this.#tab;
		if (!draft || !sheet || draft.theirs) return;
		const { turnId } = sheet.turn;
		if (this.#random() < 0.2) {
			const text = `Nhận xét ${++this.#texts} từ ${this.name}`;
			this.#ledger.typed(this, turnId, 'comment.general', text);
			return draft.setComment('general', text);
		}
		const criterion = this.#one(sheet.parts.flatMap((part) => part.criteria));
		const steps = Math.round((criterion.max - criterion.min) / criterion.step);
		const points = criterion.min + criterion.step * Math.floor(this.#random() * (steps + 1));
		const text = this.#random() < 0.1 ? '' : formatPoints(points, 'vi');
		this.#ledger.typed(this, turnId, `mark.${criterion.code}`, hundredths(text));
		draft.setMark(criterion.code, text);
	}

	/** Between two copies, for each field one or the other. */
	choose(): void {
		const { draft, sheet } = this.#tab;
		if (!draft?.theirs || !sheet) return;
		const here = draft.differences.filter(() => this.#random() < 0.5);
		for (const difference of draft.differences) {
			const text = difference.kind === 'mark' ? hundredths(difference.here) : difference.here;
			if (!here.includes(difference)) this.#ledger.givenUp(this, sheet.turn.turnId, difference.name, text);
		}
		draft.resolve(new Set(here.map(({ name }) => name)));
	}

	/** At a byte of what is sent, at a byte of what comes back, at a moment, or before anything goes out: by chance from 0 to 1. */
	cut(way = this.#random()): void {
		const bytes = Math.floor(this.#random() * 2_500);
		this.#line.reset();
		if (way < 0.3) this.#line.rules.cutAfterBytes = bytes;
		else if (way < 0.7) this.#line.rules.cutAfterAnswerBytes = Math.floor(bytes / 4);
		else if (way < 0.9) this.#line.rules.delayMs = Math.floor(this.#random() * 60);
		else this.#line.rules.refuses = true;
	}

	/** Whatever is on its way is lost; then the line is good, and the tab is told or finds out by itself. */
	mend(isTold: boolean): void {
		this.#line.reset();
		Object.assign(this.#line.rules, { cutAfterBytes: null, cutAfterAnswerBytes: null, delayMs: 0, refuses: false });
		if (isTold) this.#tab.lineIsBack();
	}

	/** The tab is gone, and another is opened, with nothing but what the device keeps. */
	reopen(): void {
		this.#tab.close(this.#random() < 0.5);
		this.#tab = this.#newTab();
	}

	async end(): Promise<void> {
		this.#tab.close(false);
		await this.#line.close();
	}

	#newTab(): DeskTab {
		const look = (tab: DeskTab) => {
			if (tab.draft && tab.sheet) this.#ledger.shown(this, tab.sheet.turn.turnId, tab.draft, namesOf(tab));
		};
		return openTab(this.#script, this, {
			// Whoever looks at the screen sees it after the store is done with a key, never in between.
			kept: (tab) => queueMicrotask(() => look(tab)),
			met: (tab) => {
				if (!tab.draft || !tab.sheet) return;
				const { version, marks, comments, turn } = tab.sheet;
				const fields = storedFields(marks, comments, namesOf(tab));
				this.#ledger.met(this, turn.turnId, tab.draft, { version, fields });
				look(tab);
			}
		});
	}

	#one<Item>(items: Item[]): Item {
		return items[Math.floor(this.#random() * items.length)]!;
	}
}

function namesOf({ sheet }: DeskTab): string[] {
	const criteria = sheet?.parts.flatMap((part) => part.criteria) ?? [];
	return [...criteria.map(({ code }) => `mark.${code}`), 'comment.general'];
}
