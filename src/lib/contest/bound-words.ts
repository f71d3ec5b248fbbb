// Joins words that must not be torn by the end of a line: proper names and common compounds; it must not know where a text is shown.

const joint = '\u00a0';

/** What one line of the narrowest screen holds, with large letters. */
const mostLetters = 21;
const mostSyllables = 4;

/** Compounds these contests are full of; a longer one before any that it begins with. */
const compounds = `
	báo cáo viên|tuyên truyền viên|giải phóng quân|chủ nghĩa xã hội|xã hội chủ nghĩa|bảo tàng|báo cáo|báo chí|bí thư|biên chế
	bộ đội|cách mạng|cán bộ|chi bộ|chi nhánh|chiến dịch|chiến sĩ|chiến thắng|chính phủ|chính sách|chính trị|chủ nghĩa|chủ tịch|chữ thập đỏ
	chuyên đề|công an|công đoàn|công nghệ|công nghiệp|công nhân|công tác|cộng hoà|cộng hòa|cộng sản|cơ quan|dân chủ|dân tộc|dân vận
	doanh nghiệp|đảng bộ|đảng uỷ|đảng ủy|đảng viên|đại biểu|đại đoàn kết|đại hội|đại học|đạo đức|đề cương|địa phương|đoàn kết
	đoàn viên|độc lập|đổi mới|đồng bào|đồng chí|đơn vị|điện lực|giai cấp|giám khảo|giáo dục|giáo trình|giải phóng|hiến pháp
	hải quan|hiệp định|hoà bình|hòa bình|hội đồng|hội nghị|hội thi|hợp nhất|kháng chiến|khoáng sản|khởi nghĩa|kế hoạch|kho bạc|kiểm sát|kiểm soát|kiểm tra|kinh tế|kỷ luật|lãnh đạo
	lãnh tụ|lao động|lập trường|lịch sử|luận cương|lý luận|mặt trận|miền bắc|miền nam|nghị định|nghị quyết|nghị trường|nhà nước
	nhà xuất bản|nhân dân|nhiệm kỳ|nhiệm vụ|nông dân|nông nghiệp|nông thôn|phát thanh|phát triển|phong trào|phụ nữ|quần chúng
	quân đội|quân sự|quảng trường|quốc gia|quốc hội|quốc phòng|quốc tế|sinh viên|sư đoàn|sự kiện|sự thật|tác phẩm|tài chính|thanh tra|thanh niên
	thành công|thành lập|thành phố|thành uỷ|thành ủy|thiếu niên|thiếu nhi|thông tin|thống kê|thời gian|thực dân|thực tiễn|thuyết trình
	tỉnh uỷ|tỉnh ủy|tình huống|tổ chức|tổng bí thư|tổng khởi nghĩa|trình bày|trung ương|truyền hình|truyền thông|truyền thống|tuyên giáo
	tuyên ngôn|tuyên truyền|tư liệu|tư tưởng|uỷ ban|ủy ban|uỷ viên|ủy viên|văn hoá|văn hóa|văn kiện|văn phòng|văn nghệ
	việt nam|xã hội|xây dựng|xử lý|yêu nước`
	.split(/[|\n]/)
	.map((each) => each.trim().split(' '))
	.filter((words) => words.length > 1)
	.sort((one, other) => other.length - one.length);

const compoundsFrom = new Map<string, string[][]>();
for (const words of compounds) {
	const [first = ''] = words;
	compoundsFrom.set(first, [...(compoundsFrom.get(first) ?? []), words]);
}

/** Before a figure these belong to it: «năm 1930», «Điều 4». */
const beforeFigures = new Set([
	'ngày',
	'tháng',
	'năm',
	'điều',
	'khoản',
	'số',
	'câu',
	'chương',
	'lần',
	'thứ',
	'khoá',
	'khóa'
]);

interface Piece {
	words: string[];
	/** A single capitalised syllable: part of a name, as far as anybody can tell. */
	isNameSyllable: boolean;
	isCapital: boolean;
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const endsOpen = (word: string) => /[\p{L}\p{N}]$/u.test(word);
const beginsOpen = (word: string) => /^[\p{L}\p{N}]/u.test(word);
const isCapital = (word: string) => /^\p{Lu}/u.test(bare(word));

/** No mark stands between them. */
const areNeighbours = (left: Piece, right: Piece) =>
	endsOpen(left.words.at(-1) ?? '') && beginsOpen(right.words[0] ?? '');

const fits = (words: string[]) => words.length <= mostSyllables && words.join(' ').length <= mostLetters;

/** Nothing but its spaces changes: some become no-break ones. No line begins with a dash between words. */
export function boundWords(text: string): string {
	return text
		.split('\n')
		.map((line) => joinLine(line.split(' ')).replace(/ (?=[-–] )/g, joint))
		.join('\n');
}

function joinLine(words: string[]): string {
	const pieces = joinWhere(withCompounds(words), (left, right) => left.isNameSyllable && right.isNameSyllable);
	const names = joinWhere(pieces, (left, right) => left.isCapital && right.isCapital);
	return names.map(({ words: joined }) => joined.join(joint)).join(' ');
}

function withCompounds(words: string[]): Piece[] {
	const pieces: Piece[] = [];
	for (let at = 0; at < words.length;) {
		const taken = words.slice(at, at + compoundAt(words, at));
		const [first = ''] = taken;
		pieces.push({ words: taken, isNameSyllable: taken.length === 1 && isCapital(first), isCapital: isCapital(first) });
		at += taken.length;
	}
	return pieces;
}

/** How many words from here belong together; 1 where none do. */
function compoundAt(words: string[], at: number): number {
	const first = (words[at] ?? '').toLowerCase();
	const next = words[at + 1] ?? '';
	if (beforeFigures.has(bare(first)) && endsOpen(first) && /^\p{N}/u.test(next)) return 2;
	const found = (compoundsFrom.get(bare(first)) ?? []).find((compound) =>
		compound.every((syllable, place) => {
			const word = words[at + place] ?? '';
			const isInside = (place === 0 || beginsOpen(word)) && (place === compound.length - 1 || endsOpen(word));
			return isInside && bare(word).toLowerCase() === syllable;
		})
	);
	return found?.length ?? 1;
}

/** Neighbours become one as long as the whole fits. */
function joinWhere(pieces: Piece[], belong: (left: Piece, right: Piece) => boolean): Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		const both = last ? [...last.words, ...piece.words] : [];
		if (last && belong(last, piece) && areNeighbours(last, piece) && fits(both)) last.words = both;
		else joined.push({ ...piece });
	}
	return joined;
}
