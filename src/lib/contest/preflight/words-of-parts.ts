// Sentences for problems of parts, rubrics, panels and time; each names the remedy.
import type { Words } from './problem-words.ts';

export const partWords: Words<
	| 'points-not-positive'
	| 'weight-range'
	| 'rubric-missing'
	| 'rubric-sum'
	| 'criterion-twice'
	| 'criterion-grid'
	| 'panels-none'
	| 'panel-twice'
	| 'panel-weights'
	| 'panel-least'
	| 'trim-too-much'
	| 'sum-needs-raw'
	| 'sum-needs-all'
	| 'role-weight'
	| 'divergence-levels'
	| 'divergence-unit'
	| 'divergence-exclude'
	| 'time-limits'
	| 'time-twice'
	| 'penalty-size'
	| 'penalty-bands'
	| 'penalty-criterion'
	| 'questions-none'
	| 'question-points'
	| 'speed-share'
	| 'rank-bonuses'
	| 'wrong-adds'
> = {
	'points-not-positive': ({ of }) => ({
		vi: `Phần ${of('part')}: điểm tối đa phải lớn hơn 0. Hãy nhập lại.`,
		en: `${of('part')}: the most points must be above 0. Enter them again.`
	}),
	'weight-range': ({ of }) => ({
		vi: `Phần ${of('part')}: trọng số phải từ 0 đến 1000 %. Hãy nhập lại.`,
		en: `${of('part')}: the weight must be 0 to 1000 %. Enter it again.`
	}),
	'rubric-missing': ({ of }) => ({
		vi: `Phần ${of('part')} chưa có bảng tiêu chí. Hãy nạp bảng tiêu chí mang mã ${of('rubric')} hoặc chọn bảng khác.`,
		en: `${of('part')} has no rubric yet. Import the one with the code ${of('rubric')} or choose another.`
	}),
	'rubric-sum': ({ of, points }) => ({
		vi: `Bảng tiêu chí ${of('rubric')}: các tiêu chí cộng lại được ${of('sum')} điểm, bảng ghi ${points('max').vi} điểm. Hãy sửa điểm tiêu chí hoặc điểm của bảng.`,
		en: `Rubric ${of('rubric')}: the criteria add up to ${of('sum')}, the rubric says ${points('max').en}. Change the criteria or the rubric.`
	}),
	'criterion-twice': ({ of }) => ({
		vi: `Mã tiêu chí ${of('criterion')} có ở hai chỗ (bảng tiêu chí ${of('rubric')}). Hãy đặt mã riêng cho mỗi tiêu chí.`,
		en: `The criterion code ${of('criterion')} stands in two places (rubric ${of('rubric')}). Give each its own code.`
	}),
	'criterion-grid': ({ of }) => ({
		vi: `Bảng tiêu chí ${of('rubric')}, tiêu chí ${of('criterion')}: điểm thấp nhất, cao nhất và bước điểm không khớp nhau. Khoảng điểm phải chia hết cho bước điểm, trọng số lớn hơn 0.`,
		en: `Rubric ${of('rubric')}, criterion ${of('criterion')}: least, most and step do not fit. The range must be whole steps and the weight above 0.`
	}),
	'panels-none': ({ of }) => ({
		vi: `Phần ${of('part')}: chưa có ban giám khảo nào chấm. Hãy thêm một ban.`,
		en: `${of('part')}: no panel marks it. Add one.`
	}),
	'panel-twice': ({ of }) => ({
		vi: `Phần ${of('part')}: ban ${of('panel')} được ghi hai lần. Hãy bỏ bớt một.`,
		en: `${of('part')}: the panel ${of('panel')} stands there twice. Remove one.`
	}),
	'panel-weights': ({ of }) => ({
		vi: `Phần ${of('part')}: trọng số các ban cộng lại là ${of('weights')} %, phải là 100 %. Hãy sửa lại.`,
		en: `${of('part')}: the panels' weights add up to ${of('weights')} %, not 100 %. Change them.`
	}),
	'panel-least': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: số phiếu tối thiểu và trọng số phải lớn hơn 0. Hãy nhập lại.`,
		en: `${of('part')}, ${of('panel')}: least number of sheets and weight must be above 0. Enter them again.`
	}),
	'trim-too-much': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: bỏ điểm cao nhất, thấp nhất thì phải còn lại ít nhất một phiếu. Hãy tăng số phiếu tối thiểu hoặc bỏ ít hơn.`,
		en: `${of('part')}, ${of('panel')}: after dropping highest and lowest a sheet must be left. Raise the least panel or drop fewer.`
	}),
	'sum-needs-raw': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: cộng điểm các giám khảo chỉ dùng với điểm thô. Hãy chọn điểm thô hoặc lấy trung bình.`,
		en: `${of('part')}, ${of('panel')}: a sum of the judges needs raw points. Choose raw points or the mean.`
	}),
	'sum-needs-all': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: cộng điểm thì mọi giám khảo phải có phiếu. Hãy chọn «chờ đủ phiếu» hoặc «giám khảo thay thế», hoặc lấy trung bình.`,
		en: `${of('part')}, ${of('panel')}: a sum needs every judge. Choose “wait” or “substitute”, or take the mean.`
	}),
	'role-weight': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: hệ số theo vai trò phải lớn hơn 0, mỗi vai trò một lần. Hãy sửa lại.`,
		en: `${of('part')}, ${of('panel')}: weights by role must be above 0, each role once. Change them.`
	}),
	'divergence-levels': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: các mức chênh lệch phải lớn hơn 0 và tăng dần. Hãy sắp xếp lại.`,
		en: `${of('part')}, ${of('panel')}: the levels of difference must be above 0 and rising. Put them in order.`
	}),
	'divergence-unit': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: ngưỡng theo độ tin cậy chỉ dùng với kiểm định Q; cách khác thì mọi mức cùng dùng điểm, hoặc cùng dùng phần trăm. Hãy chọn lại.`,
		en: `${of('part')}, ${of('panel')}: a confidence is for the Q test only; otherwise all levels are in points, or all in percent. Choose again.`
	}),
	'divergence-exclude': ({ of }) => ({
		vi: `Phần ${of('part')}, ${of('panel')}: khoảng cách cao nhất – thấp nhất không chỉ ra phiếu nào để loại. Hãy so với trung bình, trung vị, hoặc chọn cách xử lý khác.`,
		en: `${of('part')}, ${of('panel')}: the spread does not say which sheet to exclude. Compare with mean or median, or choose another action.`
	}),
	'time-limits': ({ of }) => ({
		vi: `Phần ${of('part')}: các mốc thời gian không hợp lý. Thời gian tối đa phải lớn hơn 0; tối thiểu, nhắc trước và châm chước không vượt quá tối đa.`,
		en: `${of('part')}: the times do not fit. The limit must be above 0; minimum, warning and grace no longer than the limit.`
	}),
	'time-twice': ({ of }) => ({
		vi: `${of('stage')}: mỗi lượt thi chỉ có một đồng hồ, nhưng phần ${of('part')} cũng tính giờ. Hãy chỉ tính giờ một phần.`,
		en: `${of('stage')}: a turn has one clock, but ${of('part')} is timed as well. Time one part only.`
	}),
	'penalty-size': ({ of }) => ({
		vi: `Phần ${of('part')}: mức trừ điểm thời gian phải lớn hơn 0. Hãy nhập lại, hoặc bỏ trừ điểm.`,
		en: `${of('part')}: what the time costs must be above 0. Enter it again, or remove the penalty.`
	}),
	'penalty-bands': ({ of }) => ({
		vi: `Phần ${of('part')}: các bậc trừ điểm phải tăng dần cả về thời gian và điểm trừ. Hãy sắp xếp lại.`,
		en: `${of('part')}: the bands must rise in time and in points. Put them in order.`
	}),
	'penalty-criterion': ({ of }) => ({
		vi: `Phần ${of('part')}: trừ điểm vào tiêu chí ${of('criterion')}, không có trong bảng tiêu chí. Hãy chọn tiêu chí khác.`,
		en: `${of('part')}: the penalty is on criterion ${of('criterion')}, which the rubric does not have. Choose another.`
	}),
	'questions-none': ({ of }) => ({
		vi: `Phần ${of('part')}: số câu hỏi phải lớn hơn 0. Hãy nhập lại.`,
		en: `${of('part')}: the number of questions must be above 0. Enter it again.`
	}),
	'question-points': ({ of }) => ({
		vi: `Phần ${of('part')}: điểm mỗi câu phải lớn hơn 0. Hãy nhập lại.`,
		en: `${of('part')}: the points of a question must be above 0. Enter them again.`
	}),
	'speed-share': ({ of }) => ({
		vi: `Phần ${of('part')}: tỷ lệ điểm không hợp lệ. Điểm còn lại khi hết giờ từ 0 đến 100 %, mức sàn khi chọn sai từ −100 đến 0 %.`,
		en: `${of('part')}: a share is out of range. What is left at the deadline is 0 to 100 %, the floor for wrong choices −100 to 0 %.`
	}),
	'rank-bonuses': ({ of }) => ({
		vi: `Phần ${of('part')}: điểm theo thứ tự nhanh phải lớn hơn 0 và không tăng dần, đơn vị thời gian ít nhất 1 ms. Hãy sửa lại.`,
		en: `${of('part')}: bonuses by order must be above 0 and not rise, the tick at least 1 ms. Change them.`
	}),
	'wrong-adds': ({ of }) => ({
		vi: `Phần ${of('part')}: câu sai hoặc bỏ trống không thể được cộng điểm. Hãy nhập 0 hoặc số âm.`,
		en: `${of('part')}: a wrong or blank answer cannot add points. Enter 0 or less.`
	})
};
