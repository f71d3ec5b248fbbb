// Which papers of record go into the archive, each with the page it is printed from; a paper that says nothing yet is left out.
import { isRefusal } from '#lib/contest/refusal.ts';
import { consultationMinutes } from '#lib/server/views/consultation-minutes.ts';
import { minutesDesk } from '#lib/server/views/minutes-desk.ts';
import type { ArchivedPaper } from '#lib/server/views/contest-archive.ts';
import { printedPage } from '../papers/print-page.server.ts';

interface Asking {
	locals: App.Locals;
	fetch: typeof globalThis.fetch;
	contestId: string;
}

export async function archivedPapers(asking: Asking): Promise<ArchivedPaper[]> {
	const { locals, contestId } = asking;
	const desk = await minutesDesk(locals.app, locals.seat, contestId);
	const consultations = await consultationMinutes(locals.app, locals.seat, contestId, null);
	const locked = isRefusal(desk) ? [] : desk.sessions.filter(({ lock }) => lock !== null);
	const hasConsulted = !isRefusal(consultations) && consultations.minutes.length > 0;
	const pages: [name: string, page: string][] = [
		['danh-sach-thi-sinh', 'contestants'],
		['xep-hang', 'ranking'],
		...(isRefusal(desk) || desk.sessions.length === 0 ? [] : [['tong-hop-diem', 'summary'] as [string, string]]),
		...locked.map(({ stage, session }): [string, string] => [
			['bien-ban-cham-thi', stage, session].filter((part) => part !== null).join('-'),
			`minutes?${new URLSearchParams({ stage, session: session ?? '' }).toString()}`
		]),
		...(hasConsulted ? [['bien-ban-hoi-y', 'consultation'] as [string, string]] : []),
		['to-trinh-khen-thuong', 'proposal'],
		['quyet-dinh-khen-thuong', 'decision']
	];
	return pages.map(([name, page]) => ({
		name,
		print: () => printedPage({ ...asking, path: `/organise/${contestId}/papers/${page}` })
	}));
}
