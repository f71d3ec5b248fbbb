// Numbers read out in Vietnamese or English, as papers repeat them in words (R300, R301); it must not know what they count.

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const thousands = ['', 'nghìn', 'triệu'];
const billion = 1_000_000_000;

const small = [
	...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
	...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const englishThousands = ['', ' thousand', ' million', ' billion', ' trillion'];

/** Whole numbers that a number holds exactly. Throws on any other. */
export function numberInWords(number: number, language: 'vi' | 'en' = 'vi'): string {
	if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`);
	const size = Math.abs(number);
	const words = language === 'vi' ? vietnamese(size) : english(size);
	return number < 0 ? `${language === 'vi' ? 'âm' : 'minus'} ${words}` : words;
}

/** R301: hundredths of a point: 8725 → "tám mươi bảy phẩy hai mươi lăm", 850 → "tám phẩy năm", 805 → "tám phẩy không năm". */
export function pointsInWords(points: number, language: 'vi' | 'en' = 'vi'): string {
	const size = Math.abs(points);
	const [whole, rest] = [Math.trunc(size / 100), size % 100];
	const words = [numberInWords(whole, language), ...(rest === 0 ? [] : [fraction(rest, language)])].join(' ');
	return points < 0 ? `${language === 'vi' ? 'âm' : 'minus'} ${words}` : words;
}

/** With a capital letter, as it stands behind "Bằng chữ:". */
export function asSentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function fraction(rest: number, language: 'vi' | 'en'): string {
	if (language === 'en') {
		const read = String(rest).padStart(2, '0').replace(/0$/, '');
		return `point ${[...read].map((digit) => small[Number(digit)]).join(' ')}`;
	}
	if (rest < 10) return `phẩy không ${digits[rest]}`;
	return `phẩy ${rest % 10 === 0 ? digits[rest / 10] : underHundred(rest)}`;
}

/**
 * R300. Groups of three with nghìn, triệu, tỷ; above a milliard everything is read again before "tỷ". A group that others
 * stand before is read in full: 1.005 is "một nghìn không trăm linh năm".
 */
function vietnamese(number: number): string {
	if (number === 0) return 'không';
	const [high, low] = [Math.floor(number / billion), number % billion];
	const words = high > 0 ? [vietnamese(high), 'tỷ'] : [];
	let isRead = high > 0;
	for (const power of [2, 1, 0]) {
		const group = Math.floor(low / 1000 ** power) % 1000;
		if (group === 0) continue;
		words.push(underThousand(group, isRead), thousands[power] ?? '');
		isRead = true;
	}
	return words.filter((word) => word !== '').join(' ');
}

function underThousand(group: number, isInFull: boolean): string {
	const [hundreds, rest] = [Math.floor(group / 100), group % 100];
	if (hundreds === 0 && !isInFull) return underHundred(rest);
	const read = `${digits[hundreds]} trăm`;
	if (rest === 0) return read;
	return rest < 10 ? `${read} linh ${digits[rest]}` : `${read} ${underHundred(rest)}`;
}

/**
 * | written | read            | why                                   |
 * | ------- | --------------- | ------------------------------------- |
 * | 10, 15  | mười, mười lăm  | ten is "mười"; five after tens is lăm |
 * | 21      | hai mươi mốt    | one after twenty and more is mốt      |
 * | 24      | hai mươi tư     | four after twenty and more is tư      |
 * | 14, 11  | mười bốn, mười một | but not after ten                  |
 */
function underHundred(number: number): string {
	const [ten, one] = [Math.floor(number / 10), number % 10];
	if (ten === 0) return digits[one] ?? '';
	const read = ten === 1 ? 'mười' : `${digits[ten]} mươi`;
	if (one === 0) return read;
	if (one === 5) return `${read} lăm`;
	if (ten > 1 && one === 1) return `${read} mốt`;
	if (ten > 1 && one === 4) return `${read} tư`;
	return `${read} ${digits[one]}`;
}

function english(number: number): string {
	if (number < 20) return small[number] ?? '';
	if (number < 100) return [tens[Math.floor(number / 10)], ...(number % 10 ? [small[number % 10]] : [])].join('-');
	if (number < 1000)
		return [`${small[Math.floor(number / 100)]} hundred`, ...(number % 100 ? [english(number % 100)] : [])].join(' ');
	const power = Math.min(englishThousands.length - 1, Math.floor((String(number).length - 1) / 3));
	const [high, rest] = [Math.floor(number / 1000 ** power), number % 1000 ** power];
	return [english(high) + englishThousands[power], ...(rest > 0 ? [english(rest)] : [])].join(' ');
}
