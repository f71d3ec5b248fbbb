// One tab of a judge's browser without the browser: the real store with storage, timers and network of its own, closed as roughly as tabs are.
import { createContext, type Script } from 'node:vm';
import type { DeskSheet } from '../../src/routes/judge/desk-sheet.ts';
import type { SheetDraft } from '../../src/routes/judge/sheet-draft.svelte.ts';
import type { WaitingDrafts } from '../../src/routes/judge/waiting-drafts.svelte.ts';
import type { Store } from './store-entry.ts';

/** What all tabs of one browser share. */
export interface Browser {
	/** Behind its own line. */
	origin: string;
	cookie: string;
	contestId: string;
	judgeId: string;
	storage: Map<string, string>;
	/** Every save that was sent. */
	operations: Set<string>;
}

export interface DeskTab {
	draft: SheetDraft | null;
	sheet: DeskSheet | null;
	waiting: WaitingDrafts;
	/** Waited for now. */
	timers: ReadonlySet<NodeJS.Timeout>;
	/** Loads the desk with this sheet in hand; false when the line was cut meanwhile. */
	open(turnId: string): Promise<boolean>;
	/** Goes away from the sheet, as to another one. */
	leave(): void;
	/** `online`, or a socket that has connected. */
	lineIsBack(): void;
	/** Hidden first, as tablets do, or gone at once as after an empty battery. Answers that come later are heard by nobody. */
	close(isHiddenFirst: boolean): void;
}

export function openTab(
	script: Script,
	browser: Browser,
	told: { kept(tab: DeskTab): void; met(tab: DeskTab): void }
): DeskTab {
	let isClosed = false;
	const never = new Promise<never>(() => {});
	const timers = new Set<NodeJS.Timeout>();
	const send = async (address: string, given: RequestInit = {}): Promise<Response> => {
		if (isClosed) return never;
		const operation = given.body instanceof FormData ? given.body.get('operation') : null;
		if (typeof operation === 'string') browser.operations.add(operation);
		const headers = { ...given.headers, cookie: browser.cookie, origin: browser.origin };
		try {
			const response = await fetch(new URL(address, browser.origin), { ...given, headers, redirect: 'manual' });
			const text = await response.text();
			return isClosed ? never : new Response(text, response);
		} catch (error) {
			// Nobody is there to hear that it was lost, and to keep it again.
			if (isClosed) return never;
			throw error;
		}
	};
	const context = createContext({
		fetch: send,
		FormData,
		AbortSignal,
		crypto,
		console,
		queueMicrotask,
		localStorage: storageOf(browser.storage),
		setTimeout(act: () => void, ms: number) {
			const timer = setTimeout(() => timers.delete(timer) && act(), ms);
			timers.add(timer);
			return timer;
		},
		clearTimeout(timer: NodeJS.Timeout) {
			clearTimeout(timer);
			timers.delete(timer);
		}
	});
	script.runInContext(context);
	const { store } = (context as unknown as { desk: { store: Store } }).desk;
	const { contestId, judgeId } = browser;
	const waiting = new store.WaitingDrafts(contestId, judgeId);

	/** As `load` of the page; null when nothing came back. */
	async function load(turnId: string): Promise<DeskSheet | null> {
		try {
			const response = await send(`/judge/${contestId}/__data.json?turn=${turnId}`);
			return response.ok ? store.sheetIn(await response.text()) : null;
		} catch {
			return null;
		}
	}

	async function loadAnew(): Promise<void> {
		const { draft, sheet } = tab;
		const stored = sheet && (await load(sheet.turn.turnId));
		if (!stored || !draft || tab.draft !== draft) return;
		tab.sheet = stored;
		draft.follow(stored);
		told.met(tab);
	}

	const tab: DeskTab = {
		draft: null,
		sheet: null,
		waiting,
		timers,
		async open(turnId) {
			waiting.open(turnId);
			const sheet = await load(turnId);
			if (isClosed) return false;
			if (sheet?.turn.turnId !== turnId) {
				waiting.open(null);
				return false;
			}
			const draft = new store.SheetDraft(
				{
					address: `/judge/${contestId}`,
					turnId,
					place: store.placeOf(contestId, judgeId, turnId),
					language: 'vi',
					criteria: sheet.parts.flatMap((part) => part.criteria),
					onstale: () => void loadAnew(),
					onkept: () => {
						waiting.look();
						told.kept(tab);
					}
				},
				sheet
			);
			Object.assign(tab, { draft, sheet });
			waiting.take(turnId);
			waiting.open(null);
			draft.restore([]);
			told.met(tab);
			void waiting.send();
			return true;
		},
		leave() {
			const { draft } = tab;
			Object.assign(tab, { draft: null, sheet: null });
			waiting.take(null);
			void draft?.stop().then(() => waiting.send());
		},
		lineIsBack() {
			void tab.draft?.flush();
			void waiting.send();
		},
		close(isHiddenFirst) {
			if (isHiddenFirst) void tab.draft?.flush(true);
			isClosed = true;
			for (const timer of timers) clearTimeout(timer);
			Object.assign(tab, { draft: null, sheet: null });
		}
	};
	return tab;
}

function storageOf(kept: Map<string, string>): object {
	const calls = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
	return new Proxy(calls, { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: describe });
	function describe(target: object, key: string | symbol) {
		return kept.has(String(key))
			? { configurable: true, enumerable: true, value: kept.get(String(key)) }
			: Object.getOwnPropertyDescriptor(target, key);
	}
}
