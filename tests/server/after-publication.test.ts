// Once the result is published nothing changes that it is counted from, whoever asks and by whichever door; the hall, slips and staff go on.
import { beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/lib/server/app.ts';
import type { StaffSeat } from '../../src/lib/server/seat.ts';
import { readContestants } from '../../src/lib/server/stores/people.ts';
import { addStaff } from '../../src/lib/server/usecases/add-staff.ts';
import { appointJudges } from '../../src/lib/server/usecases/appoint-judges.ts';
import { checkInContestant } from '../../src/lib/server/usecases/check-in-contestant.ts';
import { commitImport } from '../../src/lib/server/usecases/commit-import.ts';
import { createRound } from '../../src/lib/server/usecases/create-round.ts';
import { directHall } from '../../src/lib/server/usecases/direct-hall.ts';
import { freezeLots } from '../../src/lib/server/usecases/freeze-lots.ts';
import { issueSlips } from '../../src/lib/server/usecases/issue-slips.ts';
import { previewImport } from '../../src/lib/server/usecases/preview-import.ts';
import { rankingPaper } from '../../src/lib/server/views/ranking-paper.ts';
import { showStandings } from '../../src/lib/server/usecases/show-standings.ts';
import { decidingWorld, granted, places, publish } from './deciding-contest.ts';

const world = decidingWorld();
let app: App;
let organiser: StaffSeat;
let contestId: string;

beforeEach(async () => {
	({ app, contestId, first: organiser } = world.contest);
	granted(await publish(world.contest));
});

const published = { refused: 'result/already-published' };

describe('after publication', () => {
	it('R57 nobody is disqualified, marked absent or checked in, and the paper stays as it was announced', async () => {
		const before = granted(await rankingPaper(app, organiser, contestId));
		const standing = await places(world.contest);
		const [someone] = await readContestants(app.database.drizzle, contestId);
		for (const as of ['disqualified', 'absent', 'present'] as const)
			expect(
				await checkInContestant(app, organiser, {
					contestId,
					contestantIds: [someone?.id],
					as,
					reason: 'Vi phạm quy chế'
				})
			).toMatchObject(published);
		expect(await places(world.contest)).toEqual(standing);
		expect(granted(await rankingPaper(app, organiser, contestId))).toEqual(before);
	});

	it('R57 no list is imported, no round planned, no lot drawn, no judge appointed', async () => {
		const bytes = new TextEncoder().encode('Mã đơn vị,Tên đơn vị\nDV01,Tên khác\n');
		const file = { contestId, kind: 'units', fileName: 'don-vi.csv', bytes };
		const { hash, version } = granted(await previewImport(app, organiser, { ...file, language: 'vi' }));
		const imported = await commitImport(app, organiser, {
			...file,
			hash,
			expectedVersion: version,
			onlyGoodRows: true
		});
		expect(imported).toMatchObject(published);
		const pick = { kind: 'codes', codes: ['C9'] };
		expect(await createRound(app, organiser, { contestId, partCode: 'KT', title: 'Thêm', pick })).toMatchObject(
			published
		);
		expect(await freezeLots(app, organiser, { contestId, kind: 'order' })).toMatchObject(published);
		expect(await appointJudges(app, organiser, { contestId })).toMatchObject(published);
	});

	it('the hall is still directed, standings shown, slips printed and staff changed', async () => {
		granted(await directHall(app, organiser, { contestId, hall: { show: 'ceremony', step: 0 } }));
		granted(await showStandings(app, organiser, { contestId, to: 'contestants', shown: true }));
		granted(await issueSlips(app, organiser, { contestId, who: 'screen' }));
		const login = `them-${contestId.slice(-8)}`;
		granted(await addStaff(app, organiser, { contestId, login, displayName: 'Người thêm', role: 'mc' }));
	});
});
