// Numbered lists as people type them: each way of writing with what it becomes, and what is wrong with the others.
import { expect, test } from 'vitest';
import { readingOf } from '../question-reading.fixture.ts';

test.each<[construct: string, file: string, questions: string[], problems?: string[], notices?: string[]]>([
	[
		'«Câu 1:», a star before the right option',
		'Câu 1: Thủ đô?\nA. Huế\n*B. Hà Nội\nC. Vinh\n\nCâu 2: Q?\n*A. a\nB. b',
		['single Thủ đô? {Huế|*Hà Nội|Vinh}', 'single Q? {*a|b}']
	],
	[
		'«Câu 1.», small letters with brackets',
		'Câu 1. Q?\na) x\nb) y *\nCâu 2) R?\na) x\nb)* y',
		['single Q? {x|*y}', 'single R? {x|*y}']
	],
	[
		'«1.», answer below',
		'1. Q?\nA. x\nB. y\nĐáp án: B\n2. R?\nA. x\nB. y\nĐA: A',
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	['«1)», Đ/A', '1) Q?\nA) x\nB) y\nĐ/A: B', ['single Q? {x|*y}']],
	[
		'options side by side after tabs',
		'Câu 1: Q?\nA. 1930\tB. 1945\tC. 1954\tD. 1975\nĐáp án: C',
		['single Q? {1930|1945|*1954|1975}']
	],
	[
		'options side by side after blanks',
		'Câu 1: Q?\n*A. 1930    B. 1945\nC. 1954    D. 1975',
		['single Q? {*1930|1945|1954|1975}']
	],
	[
		'options side by side after one blank',
		'Câu 1: Q?\nA. 1930 B. 1945 C. 1954\nĐáp án: B',
		['single Q? {1930|*1945|1954}']
	],
	[
		'a letter inside an option is no option',
		'Câu 1: Q?\nA. Vitamin B. và C\nB. Sắt\nĐáp án: A',
		['single Q? {*Vitamin B. và C|Sắt}']
	],
	[
		'all on the line of the question',
		'Câu 1: Thủ đô? A. Huế B. Hà Nội C. Vinh\nĐáp án: B',
		['single Thủ đô? {Huế|*Hà Nội|Vinh}']
	],
	[
		'the answer on the line of the last option',
		'Câu 1: Q?\nA. x\nB. y (Đáp án: A)\nCâu 2: R?\nA. x\nB. y. ĐA: B',
		['single Q? {*x|y}', 'single R? {x|*y.}']
	],
	[
		'several right ones',
		'Câu 1: Q?\nA. x\nB. y\nC. z\nĐáp án đúng: A, C\nCâu 2: R?\n*A. x\n*B. y\nC. z',
		['multiple Q? {*x|y|*z}', 'multiple R? {*x|*y|z}']
	],
	['the answer with its words', 'Câu 1: Q?\nA. Huế\nB. Hà Nội\nĐáp án: B. Hà Nội', ['single Q? {Huế|*Hà Nội}']],
	['the answer with the words of another', 'Câu 1: Q?\nA. Huế\nB. Hà Nội\nĐáp án: B. Huế', [], ['1 answers-differ']],
	[
		'«Chọn B», «=> Đáp án đúng là C»',
		'Câu 1: Q?\nA. x\nB. y\nC. z\nChọn B\nCâu 2: R?\nA. x\nB. y\nC. z\n=> Đáp án đúng là: C',
		['single Q? {x|*y|z}', 'single R? {x|y|*z}']
	],
	[
		'a table of answers at the end',
		'Câu 1: Q?\nA. x\nB. y\nCâu 2: R?\nA. x\nB. y\nBẢNG ĐÁP ÁN\n1A 2B',
		['single Q? {*x|y}', 'single R? {x|*y}']
	],
	[
		'answers at the end without a heading',
		'1. Q?\nA. x\nB. y\n2. R?\nA. x\nB. y\n3. S?\nA. x\nB. y\n1.B 2.A 3.B',
		['single Q? {x|*y}', 'single R? {*x|y}', 'single S? {x|*y}']
	],
	[
		'answers in rows of numbers and letters',
		'Câu 1: Q?\nA. x\nB. y\nCâu 2: R?\nA. x\nB. y\nĐÁP ÁN\nCâu\t1\t2\nĐáp án\tB\tA',
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'answers one below the other',
		'Câu 1: Q?\nA. x\nB. y\nCâu 2: R?\nA. x\nB. y\nĐáp án:\nCâu 1: B\nCâu 2: A',
		['single Q? {x|*y}', 'single R? {*x|y}']
	],
	[
		'an answer of no question',
		'Câu 1: Q?\nA. x\nB. y\nBảng đáp án\n1A 2B 3C',
		['single Q? {*x|y}'],
		[],
		['answers-unclaimed']
	],
	['two ways of marking that agree', 'Câu 1: Q?\n*A. x\nB. y\nĐáp án: A\n\nBảng đáp án\n1A', ['single Q? {*x|y}']],
	[
		'two ways of marking that differ',
		'Câu 1: Q?\n*A. x\nB. y\nĐáp án: B\nCâu 2: R?\n*A. x\nB. y',
		['single R? {*x|y}'],
		['1 answers-differ']
	],
	['no answer at all', 'Câu 1: Q?\nA. x\nB. y\nCâu 2: R?\n*A. x\nB. y', ['single R? {*x|y}'], ['1 no-right-option']],
	[
		'true and false',
		'Câu 1: Q.\nĐáp án: Đúng\nCâu 2: R.\nA. Đúng\nB. Sai\nĐáp án: B',
		['truefalse Q. {*Đúng|Sai}', 'truefalse R. {Đúng|*Sai}']
	],
	[
		'a number, and one that may be off',
		'Câu 1: Năm?\nĐáp án: 1930\nCâu 2: Dài?\nĐáp án: 3260 ± 10',
		['numeric Năm? {1930±0}', 'numeric Dài? {3260±10}']
	],
	['words', 'Câu 1: Ai?\nĐáp án: Hồ Chí Minh; Nguyễn Ái Quốc', ['text Ai? {Hồ Chí Minh;Nguyễn Ái Quốc}']],
	['an order', 'Câu 1: Xếp\nA. a\nB. b\nC. c\nĐáp án: C → A → B', ['ordering Xếp {c>a>b}']],
	[
		'pairs, when the kind is named',
		'Câu 1: Ghép\nDạng: ghép đôi\nA. Anh = Luân Đôn\nB. Pháp = Pa-ri',
		['matching Ghép {Anh=Luân Đôn|Pháp=Pa-ri}']
	],
	[
		'explanation, source, level, time, code',
		'Câu 1: Q?\nA. x\nB. y\nĐáp án: A\nGiải thích: Vì thế.\nVà vì kia.\nNguồn: Văn kiện Đại hội XIII\nMức độ: Khó\nThời gian: 45 giây\nMã câu hỏi: LS01',
		[
			'single Q? {*x|y} mã=LS01 mức=3 giây=45 giải thích=Vì thế.⏎Và vì kia. nguồn=Văn kiện Đại hội XIII'.replace(
				'⏎',
				'\n'
			)
		]
	],
	[
		'a source in brackets',
		'Câu 1: Q? (Nguồn: Điều lệ Đảng (2011), Điều 3)\nA. x\nB. y\nĐáp án: B\nCâu 2: R?\n*A. x\nB. y\n(Căn cứ: Luật số 1)',
		['single Q? {x|*y} nguồn=Điều lệ Đảng (2011), Điều 3', 'single R? {*x|y} nguồn=Luật số 1']
	],
	[
		'topics',
		'BỘ CÂU HỎI\nChủ đề: Lịch sử\nCâu 1: Q?\n*A. x\nB. y\nPHẦN II. Điều lệ Đảng\nCâu 2: R?\n*A. x\nB. y',
		['single Q? {*x|y} chủ đề=Lịch sử', 'single R? {*x|y} chủ đề=Điều lệ Đảng']
	],
	[
		'a question of several paragraphs with a list inside',
		'1. Cho các ý sau:\n1. Ý một\n2. Ý hai\nSố ý đúng là?\nA. 1\nB. 2\nĐáp án: B\n2. R?\n*A. x\nB. y',
		['single Cho các ý sau:⏎1. Ý một⏎2. Ý hai⏎Số ý đúng là? {1|*2}', 'single R? {*x|y}']
	],
	['an option of two lines', 'Câu 1: Q?\nA. x\ncòn nữa\n*B. y', ['single Q? {x còn nữa|*y}']],
	[
		'«C. Mác» is no option',
		'Câu 1: Ai viết?\nC. Mác viết cùng ai?\n*A. Ph. Ăng-ghen\nB. Hê-ghen',
		['single Ai viết?⏎C. Mác viết cùng ai? {*Ph. Ăng-ghen|Hê-ghen}']
	],
	[
		'an option missing',
		'Câu 1: Q?\nA. x\nC. z\nĐáp án: A\nCâu 2: R?\n*A. x\nB. y',
		['single R? {*x|y}'],
		['1 option-empty']
	],
	[
		'more options than the bank has letters',
		'Câu 1: Q?\nA. a\nB. b\nC. c\nD. d\nE. e\nF. f\nĐáp án: A\nCâu 2: R?\n*A. x\nB. y',
		['single R? {*x|y}'],
		['1 too-many-options']
	],
	[
		'without numbers',
		'Q một?\nA. x\nB. y\nĐáp án: A\n\nQ hai?\nA. x\nB. y\nĐáp án: B\nQ ba?\n*A. x\nB. y',
		['single Q một? {*x|y}', 'single Q hai? {x|*y}', 'single Q ba? {*x|y}']
	],
	[
		'decomposed letters, blanks that do not break, line ends of Windows',
		'Câu 1: Thủ đô\u00a0nào?\r\nA.\u00a0Huế\r\n*B.\u00a0Hà Nội'.normalize('NFD'),
		['single Thủ đô nào? {Huế|*Hà Nội}']
	],
	['the Icelandic letter in place of Đ', 'Câu 1: Q?\nA. x\nB. y\nÐáp án: B', ['single Q? {x|*y}']],
	[
		'a note behind the number',
		'Câu 1 (NB): Q?\n*A. x\nB. y\nCâu 2 [0,5 điểm]. R?\n*A. x\nB. y',
		['single Q? {*x|y}', 'single R? {*x|y}']
	],
	[
		'quotation marks stay',
		'Câu 1: “Đảng ta là đạo đức” là lời của ai?\n*A. Hồ Chí Minh\nB. Lê Duẩn',
		['single “Đảng ta là đạo đức” là lời của ai? {*Hồ Chí Minh|Lê Duẩn}']
	],
	['an old font', 'C©u 1: Thñ ®« cña n­íc ta?\nA. HuÕ\n*B. Hµ Néi\nC©u 2: §¶ng bé', [], ['- old-font']],
	['nothing of a list', 'Kính gửi các đồng chí\nNội dung cuộc họp', [], ['1 missing-column'], ['column-ignored']]
])('%s', async (_, file, questions, problems = [], notices = []) => {
	const read = await readingOf(file);
	expect({ questions: read.questions, problems: read.problems, notices: read.notices }).toEqual({
		questions,
		problems,
		notices
	});
});
