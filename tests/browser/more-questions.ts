// A bank of the kinds the sample has none of: a matching question and a typed one, which has a picture, as an organiser's file.
import sharp from 'sharp';

export const moreQuestionCodes = ['GD01', 'GC01'];

/** What the picture of the typed question shows. */
export const pictureWords = 'Lễ đài trên quảng trường, cờ đỏ ở giữa';

const block = (width: number, height: number, background: string) => ({
	create: { width, height, channels: 3 as const, background }
});
const picture = await sharp(block(1600, 1000, '#dfe8ee'))
	.composite([
		{ input: block(1600, 300, '#b9a58a'), left: 0, top: 700 },
		{ input: block(700, 300, '#f4efe6'), left: 450, top: 420 },
		{ input: block(16, 360, '#444444'), left: 792, top: 80 },
		{ input: block(260, 170, '#c8102e'), left: 808, top: 90 }
	])
	.jpeg()
	.toBuffer();

const about = { topic: 'Lịch sử', source: 'Giáo trình Lịch sử Đảng Cộng sản Việt Nam' };
const events = [
	['Đảng Cộng sản Việt Nam ra đời', 'Tháng 2/1930', '1'],
	['Cách mạng Tháng Tám thành công', 'Tháng 8/1945', '4'],
	['Chiến thắng Điện Biên Phủ', 'Tháng 5/1954', '3'],
	['Giải phóng miền Nam', 'Tháng 4/1975', '2']
] as const;
const letters = ['A', 'B', 'C', 'D'];

/** Its pairs: the year each came about. Typed: either name of the place. */
export const moreQuestions = JSON.stringify({
	questions: [
		{
			...about,
			code: 'GD01',
			difficulty: 2,
			kind: 'matching',
			text: 'Ghép mỗi sự kiện với thời gian diễn ra.',
			options: events.map(([text], at) => ({ id: letters[at], text })),
			targets: events.map(([, text, id]) => ({ id, text })).sort((one, other) => Number(one.id) - Number(other.id)),
			correct: { kind: 'pairs', pairs: Object.fromEntries(events.map(([, , id], at) => [letters[at], id])) },
			seconds: 60,
			explanation: 'Bốn mốc lớn của cách mạng Việt Nam trong thế kỷ XX.'
		},
		{
			...about,
			code: 'GC01',
			difficulty: 1,
			kind: 'text',
			text: 'Chủ tịch Hồ Chí Minh đọc Tuyên ngôn Độc lập tại quảng trường nào?',
			options: [],
			targets: [],
			correct: { kind: 'text', value: 'Quảng trường Ba Đình', alsoCorrect: ['Ba Đình'] },
			picture: { alt: pictureWords, file: picture.toString('base64') },
			seconds: 30,
			explanation: 'Ngày 02/9/1945 tại Quảng trường Ba Đình.'
		}
	]
});
