// A stage of the size the real server sends, for the floors: one running question with four options.
import type { Stage } from '../../src/lib/contest/stage.ts';

const id = (last: number) => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export function floorStage(version: number): Stage {
	return {
		version,
		contest: {
			id: id(1),
			name: 'Đo tải',
			organiser: 'Đảng ủy Khối các cơ quan tỉnh',
			place: 'Hội trường Khối các cơ quan tỉnh',
			joinCode: '123456',
			isPublished: false
		},
		scene: {
			kind: 'question',
			roundId: id(2),
			title: { vi: 'Phần thi kiến thức', en: 'Phần thi kiến thức' },
			phase: 'running',
			question: {
				id: id(3),
				kind: 'single',
				text: 'Hội nghị hợp nhất các tổ chức cộng sản, thành lập Đảng Cộng sản Việt Nam đầu năm 1930, họp ở đâu?',
				options: [
					'Hương Cảng (Trung Quốc)',
					'Mát-xcơ-va (Liên Xô)',
					'Quảng Châu (Trung Quốc)',
					'Ma Cao (Trung Quốc)'
				].map((text, at) => ({ id: 'ABCD'[at] ?? '', text })),
				targets: [],
				picture: null,
				number: 1,
				of: 20
			},
			clock: { deadlineAt: 1_800_000_000_000, remainingMs: null, allowedMs: 20_000, extraPercent: 0 },
			mayChangeAnswer: true,
			reveal: null
		},
		isBlank: false,
		next: null,
		rehearsal: true
	};
}
