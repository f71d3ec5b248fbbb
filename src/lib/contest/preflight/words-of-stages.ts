// Sentences for problems of stages, ties, advancement and awards; each names the remedy.
import type { Words } from './problem-words.ts';

export const stageWords: Words<
	| 'stages-none'
	| 'stage-twice'
	| 'parts-none'
	| 'part-twice'
	| 'total-differs'
	| 'carry-stage'
	| 'ranked-by-nothing'
	| 'tie-twice'
	| 'tie-unknown'
	| 'tie-needs-quiz'
	| 'tie-needs-penalty'
	| 'tie-time-first'
	| 'tie-share-last'
	| 'tie-open-end'
	| 'advance-next'
	| 'advance-missing'
	| 'advance-empty'
	| 'advance-group'
	| 'team-count'
	| 'award-twice'
	| 'award-quota'
	| 'award-unknown'
	| 'award-after-rest'
	| 'award-least'
	| 'cap-range'
	| 'cap-unknown'
	| 'nomination-unknown'
> = {
	'stages-none': () => ({
		vi: 'Thể lệ chưa có vòng thi nào. Hãy thêm ít nhất một vòng thi.',
		en: 'The rules have no round. Add at least one.'
	}),
	'stage-twice': ({ of }) => ({
		vi: `Mã vòng thi ${of('stage')} bị trùng. Hãy đặt cho mỗi vòng một mã riêng.`,
		en: `The round code ${of('stage')} is used twice. Give each round its own code.`
	}),
	'parts-none': ({ of }) => ({
		vi: `${of('stage')} chưa có phần thi nào. Hãy thêm ít nhất một phần thi.`,
		en: `${of('stage')} has no part. Add at least one.`
	}),
	'part-twice': ({ of }) => ({
		vi: `Mã phần thi ${of('part')} bị trùng. Hãy đặt cho mỗi phần một mã riêng.`,
		en: `The part code ${of('part')} is used twice. Give each part its own code.`
	}),
	'total-differs': ({ of, points }) => ({
		vi: `${of('stage')}: các phần cộng lại được ${of('sum')} điểm, thể lệ ghi tổng ${points('total').vi} điểm. Hãy sửa điểm hoặc trọng số các phần, hoặc sửa tổng điểm.`,
		en: `${of('stage')}: the parts add up to ${of('sum')} points, the rules announce ${points('total').en}. Change the points or weights of the parts, or the total.`
	}),
	'carry-stage': ({ of }) => ({
		vi: `${of('stage')}: điểm mang sang phải lấy từ một vòng trước đó (${of('code')}) với trọng số lớn hơn 0. Hãy chọn lại vòng và trọng số.`,
		en: `${of('stage')}: points are carried from an earlier round (${of('code')}) with a weight above 0. Choose round and weight again.`
	}),
	'ranked-by-nothing': ({ of }) => ({
		vi: `${of('stage')}: xếp hạng riêng theo ${of('by') === 'category' ? 'bảng đối tượng' : 'cụm thi'} nhưng thể lệ chưa khai báo. Hãy khai báo hoặc xếp hạng chung.`,
		en: `${of('stage')}: ranked by ${of('by')}, but the rules name none. Add them or rank everybody together.`
	}),
	'tie-twice': ({ of }) => ({
		vi: `Tiêu chí phụ thứ ${of('key')} đã có ở trên. Hãy bỏ bớt một tiêu chí.`,
		en: `Tie-break ${of('key')} stands there already. Remove one of the two.`
	}),
	'tie-unknown': ({ of }) => ({
		vi: `Tiêu chí phụ thứ ${of('key')} dùng ${of('unknown')}. Hãy ${of('mend')}.`,
		en: `Tie-break ${of('key')} uses ${of('unknown')}. Please ${of('mend')}.`
	}),
	'tie-needs-quiz': ({ of }) => ({
		vi: `Tiêu chí phụ thứ ${of('key')} cần phần thi trắc nghiệm, vòng này không có. Hãy bỏ tiêu chí này.`,
		en: `Tie-break ${of('key')} needs a quiz part, and this round has none. Remove it.`
	}),
	'tie-needs-penalty': ({ of }) => ({
		vi: `Tiêu chí phụ thứ ${of('key')} cần một phần thi ${of('needed')}. Hãy đặt thời gian cho phần thi hoặc bỏ tiêu chí này.`,
		en: `Tie-break ${of('key')} needs ${of('needed')}. Set the time or remove this tie-break.`
	}),
	'tie-time-first': ({ of }) => ({
		vi: `Tiêu chí phụ thứ ${of('key')} (thời gian trả lời) chỉ có nghĩa giữa những người bằng số câu đúng. Hãy đặt «số câu trả lời đúng» lên trước.`,
		en: `Tie-break ${of('key')} (answer time) says something only between equal numbers of right answers. Put “right answers” before it.`
	}),
	'tie-share-last': ({ of }) => ({
		vi: `«Đồng hạng» đứng ở vị trí ${of('key')}, các tiêu chí sau không bao giờ được dùng. Hãy chuyển xuống cuối.`,
		en: `“Shared place” stands at ${of('key')}, so what follows is never asked. Move it to the end.`
	}),
	'tie-open-end': ({ of }) => ({
		vi: `${of('stage')}: dãy tiêu chí phụ chưa nói rõ khi vẫn bằng nhau thì thế nào. Hãy thêm ở cuối: đồng hạng, bốc thăm, câu hỏi phụ hoặc Trưởng Ban Giám khảo quyết định.`,
		en: `${of('stage')}: the tie-breaks do not say what happens when all are equal. End with a shared place, lots, an extra question or the head judge.`
	}),
	'advance-next': ({ of }) => ({
		vi: `${of('stage')}: người đi tiếp phải vào vòng kế tiếp (đang ghi ${of('to')}). Hãy chọn đúng vòng, hoặc bỏ quy định đi tiếp ở vòng cuối.`,
		en: `${of('stage')}: contestants go on to the next round (${of('to')} is given). Choose it, or remove the rule in the last round.`
	}),
	'advance-missing': ({ of }) => ({
		vi: `${of('stage')}: chưa quy định ai được vào vòng trong. Hãy đặt số người, điểm tối thiểu hoặc chỉ tiêu mỗi đơn vị.`,
		en: `${of('stage')}: the rules do not say who goes on. Set a number, a minimum or a quota for each unit.`
	}),
	'advance-empty': ({ of }) => ({
		vi: `${of('stage')}: quy định đi tiếp chưa có con số hợp lệ. Hãy nhập số lớn hơn 0.`,
		en: `${of('stage')}: who goes on has no valid number. Enter one above 0.`
	}),
	'advance-group': ({ of }) => ({
		vi: `${of('stage')}: lấy theo từng ${of('by') === 'session' ? 'bảng, buổi thi' : of('by') === 'category' ? 'bảng đối tượng' : 'cụm thi'} nhưng chưa khai báo. Hãy khai báo hoặc lấy chung cả vòng.`,
		en: `${of('stage')}: so many per ${of('by')}, but none is named. Add them or take them from the whole round.`
	}),
	'team-count': ({ of }) => ({
		vi: `${of('stage')}: xếp hạng tập thể cần số thành viên tối thiểu và số người được tính lớn hơn 0.`,
		en: `${of('stage')}: the team ranking needs a least number of members and a number counted, both above 0.`
	}),
	'award-twice': ({ of }) => ({
		vi: `Mã giải ${of('award')} bị trùng. Hãy đặt cho mỗi giải một mã riêng.`,
		en: `The award code ${of('award')} is used twice. Give each award its own code.`
	}),
	'award-quota': ({ of }) => ({
		vi: `${of('award')}: số lượng phải lớn hơn 0. Hãy nhập số giải, hoặc chọn «tất cả còn lại».`,
		en: `${of('award')}: the number must be above 0. Enter it, or choose “all the rest”.`
	}),
	'award-unknown': ({ of }) => ({
		vi: `${of('award')} dựa vào một vòng, phần thi, tiêu chí hoặc giải không có trong thể lệ. Hãy chọn lại.`,
		en: `${of('award')} refers to a round, part, criterion or award the rules do not have. Choose again.`
	}),
	'award-after-rest': ({ of }) => ({
		vi: `${of('award')} đứng sau một giải trao cho tất cả còn lại nên không còn ai để trao. Hãy đổi thứ tự hoặc đặt số lượng cho giải trước.`,
		en: `${of('award')} stands after an award for all the rest, so nobody is left. Change the order or give the earlier one a number.`
	}),
	'award-least': ({ of, points }) => ({
		vi: `${of('award')}: điểm tối thiểu ${points('least').vi} không nằm trong khoảng 0 đến ${points('most').vi}. Hãy sửa lại.`,
		en: `${of('award')}: the minimum ${points('least').en} is not between 0 and ${points('most').en}. Change it.`
	}),
	'cap-range': ({ of }) => ({
		vi: `Tỷ lệ giải tối đa phải từ 1 đến 100 %, đang là ${of('percent')}. Hãy sửa lại.`,
		en: `The most that is awarded must be 1 to 100 %, not ${of('percent')}. Change it.`
	}),
	'cap-unknown': () => ({
		vi: 'Tỷ lệ giải tối đa phải áp dụng cho những giải có trong cơ cấu. Hãy chọn lại các giải.',
		en: 'The most that is awarded must name awards of the plan. Choose them again.'
	}),
	'nomination-unknown': () => ({
		vi: 'Quy định chọn cử lên cấp trên cần có giải hoặc vòng thi có trong thể lệ và số người lớn hơn 0. Hãy chọn lại.',
		en: 'Who is proposed to the next level needs awards or a round of the rules and a number above 0. Choose again.'
	})
};
