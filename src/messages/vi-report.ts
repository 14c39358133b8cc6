import type { Messages } from './messages.ts';
import type { StepWords } from './report-messages.ts';
import { day, quote, ROUNDING, UNIT_LEVELS } from './vi-words.ts';
import { TIES } from './ties.ts';

/** A label inside a sentence begins small, unless it begins with an abbreviation; “Trong đó …” leans on a line before it. */
const inSentence = (label: string): string => {
  if (label.startsWith('Trong đó ')) return quote(label);
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
};

const unchangeable = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : `: không còn thay đổi được ${labels.map(inSentence).join('; ')}`;

const oneOf = (items: readonly string[]): string => [...items.slice(0, -2), items.slice(-2).join(' hoặc ')].join(', ');

const NOT_CERTIFYING: Readonly<Record<keyof Messages['report']['statuses'], string>> = {
  draft: 'dự thảo, không do cơ quan nào ban hành',
  partial: 'bộ tiêu chí chưa đầy đủ',
  'in-force': 'bộ tiêu chí đang có hiệu lực',
  retired: 'bộ tiêu chí đã hết hiệu lực',
};

const step = ({ value, points }: StepWords): string => `${value} (${points} điểm)`;

const missingUnits = (count: string): string => `${count} đơn vị trong danh mục không có số liệu`;

/** The same in a cell of a table, where the sentence stands above. */
const without = (count: string | null): string => (count === null ? '' : `; ${count} đơn vị không có số liệu`);

const andMissing = (count: string | null): string => (count === null ? '' : `; ${missingUnits(count)}`);

/** The words of reports, in Vietnamese. */
export const viReport: Messages['report'] = {
  columns: {
    rank: 'Hạng',
    code: 'Mã',
    name: 'Tên đơn vị',
    period: 'Kỳ',
    class: 'Phân loại',
    verdict: 'Kết luận',
    score: 'Điểm',
    deciding: 'Lý do quyết định',
  },
  verdicts: { certified: 'đạt', 'not-certified': 'không đạt', undetermined: 'chưa xác định' },
  unofficialVerdicts: {
    certified: 'đủ tiêu chí',
    'not-certified': 'không đủ tiêu chí',
    undetermined: 'chưa xác định',
  },
  states: { pass: 'đáp ứng', fail: 'không đáp ứng', unknown: 'chưa xác định', 'not-applicable': 'không áp dụng' },
  notApplicableAs: { pass: 'không áp dụng, coi như đáp ứng', fail: 'không áp dụng, coi như không đáp ứng' },
  severities: { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' },
  statuses: { draft: 'dự thảo', partial: 'chưa đầy đủ', 'in-force': 'đang có hiệu lực', retired: 'hết hiệu lực' },
  levels: UNIT_LEVELS,
  notInForceThen: (a) =>
    `KHÔNG DÙNG ĐỂ CÔNG NHẬN: ${a.set} không có hiệu lực vào ngày kết thúc kỳ ${a.period}, ${day(a.day)}.`,
  recordedAsSuch: 'KHÔNG DÙNG ĐỂ CÔNG NHẬN: kết quả đã ghi như vậy.',
  notForCertification: (status) => `KHÔNG DÙNG ĐỂ CÔNG NHẬN: ${NOT_CERTIFYING[status]}.`,
  yes: 'có',
  no: 'không',
  clause: ({ article, clause, point }) =>
    `${point === null ? '' : `điểm ${point} `}${clause === null ? '' : `khoản ${clause} `}Điều ${article}`,
  task: (number) => `nhiệm vụ ${number}`,
  summary: 'Tổng hợp',
  total: 'Tổng số',
  undetermined: 'Chưa xác định',
  readings: 'Cách hiểu đã áp dụng',
  criteriaNamed: 'Tiêu chí nêu trong bảng',
  setLacks: 'Bộ tiêu chí còn thiếu',
  why: 'Vì sao',
  allCriteria: 'Toàn bộ tiêu chí',
  missing: 'Số liệu còn thiếu',
  unsettled: 'Số liệu đã có nhưng chưa tính được cho đơn vị này',
  notes: 'Lưu ý',
  basis: 'Căn cứ',
  rankOrder: 'Thứ tự xếp hạng',
  compare: {
    whatIf: (suppositions) =>
      `THỬ SỐ LIỆU, KHÔNG DÙNG ĐỂ CÔNG NHẬN: kết quả nếu ${suppositions.join('; ')}, không phải kết quả thật.`,
    changedRules: (set, overlays) =>
      `THỬ THAY ĐỔI TIÊU CHÍ, KHÔNG DÙNG ĐỂ CÔNG NHẬN: kết quả theo ${set} đã sửa bằng ${overlays.join(', ')}, không theo văn bản.`,
    chosen: (a) => {
      const open =
        a.open === null
          ? ''
          : `; ${a.open.units} đơn vị chưa xét được, không nêu, vì thiếu ${a.open.figures.join('; ')}`;
      const compared = a.isCompared ? ', phần so sánh chỉ là của các đơn vị thỏa điều kiện' : '';
      return `${a.areShown ? 'Chỉ nêu ' : ''}${a.count}/${a.of} đơn vị thỏa điều kiện ${a.where}${open}. Tổng hợp là của mọi đơn vị${compared}.`;
    },
    beforeAfter: 'Trước và sau khi thay số liệu',
    againstPeriod: (period) => `So với kỳ ${period}`,
    againstResult: (file, period) => `So với kết quả trong ${file}${period === null ? '' : ` (kỳ ${period})`}`,
    notUsed: 'bộ cũ không dùng',
    ofBefore: (text) => `Trước: ${text}`,
    acrossCriteria: (before, after) =>
      `Hai bên không theo cùng tiêu chí: trước là ${before}, sau là ${after}. Đơn vị chuyển loại có thể chỉ vì tiêu chí khác.`,
    verdicts: {
      'newly-certified': 'Mới đạt',
      kept: 'Giữ được',
      lost: 'Không còn đạt',
      'still-not': 'Vẫn chưa đạt',
      open: 'Có bên chưa xác định',
      appeared: 'Trước không có',
      vanished: 'Sau không còn',
    },
    unofficialVerdicts: {
      'newly-certified': 'Mới đủ tiêu chí',
      kept: 'Vẫn đủ tiêu chí',
      lost: 'Không còn đủ tiêu chí',
      'still-not': 'Vẫn chưa đủ tiêu chí',
      open: 'Có bên chưa xác định',
      appeared: 'Trước không có',
      vanished: 'Sau không còn',
    },
    matrix: 'Từ loại sang loại',
    fromTo: 'Trước (hàng), sau (cột)',
    wasAbsent: 'không có',
    absent: 'Không có',
    columnsAre: (columns) => `Cột: ${columns.join('; ')}.`,
    moved: (count, of) => `Đơn vị đổi loại (hoặc các loại có thể) hay đổi kết luận: ${count}/${of}`,
    touched: 'Đơn vị có số liệu được thay, trước và sau',
    noneMoved: (of) =>
      of === '1'
        ? 'Đơn vị duy nhất không đổi loại, không đổi kết luận.'
        : `Không đơn vị nào trong ${of} đơn vị đổi loại hay đổi kết luận.`,
    noneCommon: 'Không có đơn vị nào chung để so sánh.',
    change: (before, after) => `${before} → ${after}`,
    unchanged: (className) => `vẫn là ${className}`,
    named: (what, change) => `${what} ${change}`,
    score: 'điểm',
    rank: 'hạng',
    criterion: (id, change, why) => `${id}: ${change}${why.length === 0 ? '' : ` (${why.join('; ')})`}`,
    points: 'điểm',
    ruleChanged: 'nội dung tiêu chí đã khác',
    newCriterion: 'tiêu chí mới',
    droppedCriterion: 'tiêu chí đã bỏ',
    formerly: (id) => `trước là ${id}`,
    classRules: (labels) => `Điều kiện xếp loại đã khác: ${labels.join('; ')}`,
    noCriterion: 'Không tiêu chí nào đổi trạng thái.',
    recorded: (then, now) => `kết quả trước ghi ${then}; nay là ${now}`,
    notRecorded: 'kết quả trước không ghi số liệu này',
    moreFigures: (count) => `và ${count} số liệu khác`,
    appeared: (units, more) => `Trước không có: ${units.join('; ')}${more === null ? '' : `; và ${more} đơn vị khác`}`,
    vanished: (units, more) => `Sau không còn: ${units.join('; ')}${more === null ? '' : `; và ${more} đơn vị khác`}`,
    otherReadings: 'Nếu hiểu khác đi',
    noReadings: 'Bộ tiêu chí này không có điều khoản nào có nhiều cách hiểu.',
    noOtherReading: 'Không có cách hiểu nào khác để thử.',
    reading: (choice, label) => `${choice}: ${label}`,
    sameClasses: 'Mọi đơn vị giữ nguyên loại dù hiểu theo cách nào.',
  },
  verify: {
    same: (result) => `${result}: tính lại ra kết quả giống hệt.`,
    differs: (result, count) => `${result}: có ${count} chỗ khác khi tính lại.`,
    engine: (a) => `Phiên bản xasach: kết quả ghi ${a.recorded}, hiện nay là ${a.found}.`,
    criteria: (id, a) => `Bộ tiêu chí ${id} đã khác: SHA-256 ghi ${a.recorded}, hiện nay là ${a.found}.`,
    file: (name, a) => `Tệp ${name} đã khác: SHA-256 ghi ${a.recorded}, hiện nay là ${a.found}.`,
    result: (path, unit, a, total) =>
      `${total === null ? 'Chỗ khác trong kết quả' : `Chỗ đầu tiên trong ${total} chỗ khác của kết quả`}: ${path}${unit === null ? '' : ` (${unit})`}: ghi ${a.recorded}, tính lại ra ${a.found}.`,
    nothing: 'không có',
    restIsSame: 'Mọi kết quả khác tính lại đều giống hệt.',
    notWorkedOut: 'Với tiêu chí và số liệu hiện nay không tính lại được; các lỗi ghi ở phần thông báo.',
  },
  sheets: {
    ranking: 'Xếp hạng',
    matrix: 'Ma trận tiêu chí',
    reasons: 'Lý do theo tiêu chí',
    provenance: 'Nguồn gốc kết quả',
    tables: {
      groups: 'Theo nhóm',
      compared: 'So sánh',
      matrix: 'Từ loại sang loại',
      moved: 'Đơn vị thay đổi',
      readings: 'Cách hiểu khác',
    },
    columns: {
      worstRank: 'Hạng thấp nhất có thể',
      fullScore: 'Điểm tối đa',
      leastScore: 'Điểm thấp nhất có thể',
      mostScore: 'Điểm cao nhất có thể',
      missing: 'Số ô thiếu',
      criterion: 'Tiêu chí',
      title: 'Nội dung tiêu chí',
      decides: 'Quyết định',
      state: 'Kết quả',
      observed: 'Giá trị',
      operator: 'So sánh',
      required: 'Mức yêu cầu',
      margin: 'Chênh lệch so với mức',
      points: 'Điểm',
      clause: 'Điều khoản',
      reason: 'Diễn giải',
      goal: 'Mục đích',
      number: 'Số thứ tự',
      way: 'Cách làm',
      office: 'Cơ quan cung cấp',
      indicator: 'Chỉ tiêu',
      file: 'Tệp',
      line: 'Dòng',
      column: 'Cột',
      until: 'Đến hết năm',
      needed: 'Số đơn vị cần đạt',
      lacking: 'Còn cần thêm',
      met: 'Hoàn thành',
      units: 'Số đơn vị',
      share: 'Tỷ lệ',
      candidates: 'Có thể là',
    },
    origin: {
      engine: 'Chương trình',
      criteria: 'Bộ tiêu chí',
      sha256: 'SHA-256',
      option: 'Tùy chọn',
      input: 'Tệp số liệu',
      rows: 'Số dòng',
      document: 'Văn bản',
      notice: 'Cảnh báo và ghi chú khi đọc số liệu',
    },
    onlyDeciding: (units) => `Vì có ${units} đơn vị, chỉ ghi những tiêu chí quyết định của mỗi đơn vị.`,
    waysAtCost: (command) => `Chưa tính ở đây vì mất nhiều thời gian. Xem từng đơn vị: ${command}`,
    shownOf: (shown, of) => `Chỉ nêu ${shown} trong ${of} đơn vị.`,
    noneMissing: 'Không thiếu số liệu nào.',
  },
  ways: {
    title: 'Cách để đạt',
    toCertified: 'Để được công nhận',
    toBetter: 'Để lên loại tốt hơn',
    lower: ({ label, from, to, distance }) => `giảm ${inSentence(label)} từ ${from} xuống ${to} (giảm ${distance})`,
    raise: ({ label, from, to, distance }) => `tăng ${inSentence(label)} từ ${from} lên ${to} (tăng ${distance})`,
    turn: (label, from, to) => `chuyển ${quote(label)} từ ${quote(from)} thành ${quote(to)}`,
    bring: (label, to) => `đưa ${inSentence(label)} về mức ${to}, dù hiện nay là bao nhiêu`,
    make: (label, to) => `chuyển ${quote(label)} thành ${quote(to)}, dù hiện nay thế nào`,
    way: (changes, classes) => `${changes.join('; ')} → ${oneOf(classes)}`,
    notExact: 'Có thể còn cách khác cần thay đổi ít hơn.',
    whateverIsMissing: 'Đúng dù các số liệu còn thiếu là bao nhiêu.',
    figuresFromBelow: 'Số liệu của đơn vị được tổng hợp từ các đơn vị bên dưới; cách để đạt nêu ở từng đơn vị đó.',
    nothingActionable: 'Không có số liệu nào của đơn vị còn thay đổi được trong kỳ này.',
    blocked: 'Trong kỳ này không còn cách nào.',
    unmet: (id, labels) => `${id} không thể đáp ứng được nữa${unchangeable(labels)}`,
    met: (id, labels) => `${id} vẫn giữ đơn vị ở loại hiện nay${unchangeable(labels)}`,
    notTogether: 'Từng tiêu chí còn thay đổi được, nhưng không thể cùng một lúc.',
    missing: 'Khi còn thiếu số liệu, chưa có cách nào chắc chắn.',
    notFound: 'Có quá nhiều khả năng, chưa tìm được cách nào.',
    near: 'Sát ngưỡng',
    nearUnits: (near, of, all) =>
      `${near}/${of} đơn vị${all === null ? '' : ` được nêu (trong tất cả ${all} đơn vị)`} sẽ đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo`,
    noneNear: (of) =>
      `Không có đơn vị nào${of === null ? '' : ` trong ${of} đơn vị được nêu`} đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo.`,
    nearBy: (label, now, then, className) => `nếu ${inSentence(label)} là ${then} thay vì ${now}: ${className}`,
  },
  reasons: {
    not: (condition) => `không phải: ${condition}`,
    divided: (quotient, value) => `${quotient} = ${value}`,
    turn: (direction, distance, becomes) =>
      `${direction === 'up' ? 'tăng' : 'giảm'} ${distance} thì ${{ met: 'đáp ứng', 'not-met': 'không còn đáp ứng', full: 'được đủ điểm' }[becomes]}`,
    sentence: (a) => {
      const told = [a.reason, a.clause === null ? '' : `(${a.clause})`].filter((part) => part !== '').join(' ');
      return `${a.id}: ${told === '' ? '' : `${told}: `}${a.state}${a.turn === null ? '' : `; ${a.turn}`}`;
    },
  },
  robustness: {
    title: 'Độ vững của thứ hạng',
    weights: (percent) => `±${percent} %`,
    leaveOneOut: 'Bỏ một tiêu chí',
    rule: (a) =>
      `±${a.percent} %: xếp hạng lại ${a.samples} lần; mỗi lần, điểm hoặc trọng số của từng tiêu chí được nhân với một hệ số riêng, lấy ngẫu nhiên trong các số ${a.least} %, …, ${a.greatest} % (bước 1 %, khả năng như nhau, bộ sinh số xorshift32, số khởi đầu ${a.seed}), rồi quy về tổng điểm cũ. Phép tính chính xác tuyệt đối; chạy lại cho đúng kết quả này.`,
    leftOut: (times) =>
      `Bỏ một tiêu chí: xếp hạng lại ${times} lần, mỗi lần bỏ một tiêu chí hoặc một nhóm; trong ngoặc là tiêu chí mà khi bỏ đi thì đơn vị lên cao nhất, xuống thấp nhất.`,
    mark: (places) =>
      `Dấu ! là thứ hạng chưa vững: có lần lên hoặc xuống quá ${places.join(', ')} bậc (một phần hai mươi số đơn vị, làm tròn lên).`,
    counts: (weights, leaveOneOut, of) =>
      `Hạng vững khi đổi trọng số: ${weights}/${of} đơn vị; khi bỏ một tiêu chí: ${leaveOneOut}/${of} đơn vị.`,
  },
  groups: {
    title: (label) => `Theo nhóm: ${label}`,
    notStated: '(không nêu)',
    units: 'Đơn vị',
    rankInGroup: 'Trong nhóm',
    inGroups: (label) =>
      `Xếp lần lượt từng nhóm theo “${label}”; cột “Hạng” là hạng trong toàn bộ, cột “Trong nhóm” là hạng trong nhóm.`,
    registered: 'Đăng ký',
    targetColumn: (until, share) => `Mục tiêu ${until}: ≥ ${share}`,
    target: (a) =>
      a.met === true
        ? `đạt (cần ${a.needed}${without(a.missing)})`
        : `${a.met === null ? 'chưa rõ, còn có thể thiếu đến' : 'còn thiếu'} ${a.stillNeeded} (cần ${a.needed}${without(a.missing)})`,
    registeredLine: (a) => {
      const reached = a.official ? 'đạt' : 'đủ tiêu chí';
      const open = a.maybeCertified === null ? '' : `; ${a.maybeCertified} đơn vị chưa rõ`;
      const silent = a.notStated === null ? '' : `; ${a.notStated} đơn vị không nêu có đăng ký hay không`;
      return `Đăng ký xây dựng: ${a.units} đơn vị; trong đó ${reached} ${a.certified}${open}; không đăng ký mà ${reached}: ${a.certifiedBeside}${silent}`;
    },
  },
  selected: (a) => {
    const which = [
      ...(a.only.length === 0 ? [] : [oneOf(a.only)]),
      ...(a.top === null ? [] : [`${a.top} hạng đầu${a.inGroups ? ' của mỗi nhóm' : ''}, kể cả đồng hạng`]),
    ];
    return `Chỉ hiện ${a.shown}/${a.of} đơn vị${a.areChosen ? ' thỏa điều kiện' : ''}: ${which.join('; ')}. Các con số tổng hợp vẫn là của cả ${a.all} đơn vị.`;
  },
  leftOutColumns: (titles, width, format) =>
    `Màn hình ${width} cột không đủ chỗ cho: ${titles.join('; ')}. Muốn xem đủ, hãy nới rộng cửa sổ, hoặc ghi ra tệp: -o ket-qua.${format}.`,
  warned: (count) => `${count} cảnh báo về tiêu chí và số liệu, nêu riêng sau kết quả`,
  period: (id) => `kỳ ${id}`,
  noPeriod: 'không nêu kỳ',
  units: (count) => `${count} đơn vị`,
  shares: { certified: 'Đạt', 'not-certified': 'Không đạt' },
  unofficialShares: { certified: 'Đủ tiêu chí', 'not-certified': 'Không đủ tiêu chí' },
  maybeCertified: (count) => `${count} đơn vị chưa rõ kết luận vì thiếu số liệu`,
  target: (a) =>
    `Mục tiêu ${a.until}: ≥ ${a.share}: cần ${a.needed}, đạt ${a.certified} → ${a.met === true ? 'đạt' : a.met === null ? `chưa xác định, còn có thể thiếu đến ${a.stillNeeded} đơn vị` : `chưa đạt, còn thiếu ${a.stillNeeded} đơn vị`}${andMissing(a.missing)}`,
  missingUnits,
  candidates: (classes, exact) => `${exact ? 'có thể là' : 'không ngoài'} ${oneOf(classes)}`,
  missingCells: (cells) => `thiếu ${cells.join('; ')}`,
  moreCells: (place, more) => `${place} và ${more} ô khác`,
  unsettledBy: {
    part: (units) => `mới có số liệu của cả ${units.join(', ')}, chưa biết phần nhập vào đơn vị này`,
    'not-mergeable': (units) => `bộ tiêu chí không nêu cách gộp số liệu của ${units.join(', ')}`,
  },
  absentUnits: (named, total, others) =>
    `mọi số liệu của ${total} đơn vị không có trong tệp: ${named.join(', ')}${others === null ? '' : ` và ${others} đơn vị khác`}`,
  lastPeriods: (label, periods) => `${label} (cộng ${periods} kỳ)`,
  periodsAgo: (label, periods) => `${label} (${periods === 1 ? 'kỳ trước' : `trước đó ${periods} kỳ`})`,
  moreReasons: (count) => `và ${count} tiêu chí khác`,
  reading: (option) => `→ ${option}`,
  noData: 'thiếu số liệu',
  clearAnyway: 'còn thiếu một phần số liệu nhưng kết quả đã rõ',
  stateAnyway: (state) => `${state} dù còn thiếu số liệu`,
  clearByChecks: (messages) =>
    `Còn thiếu một phần số liệu nhưng kết quả đã rõ nhờ phép kiểm tra số liệu: nếu số còn thiếu dẫn đến kết quả khác thì số liệu sai: ${messages.map((message) => `“${message}”`).join('; ')}`,
  nothingByNothing: '0/0, không áp dụng',
  partsMet: (met, of, needed) => `${met}/${of} ý, cần ${needed}`,
  condition: (text) => `điều kiện ${text}`,
  counted: (number, unit) => `${number} ${unit}`.trimEnd(),
  between: (low, high) => `từ ${low} đến ${high}`,
  from: (low) => `ít nhất ${low}`,
  upTo: (high) => `nhiều nhất ${high}`,
  needs: (found, required) => `${found}, cần ${required}`,
  and: (parts) => parts.join(' và '),
  or: (parts) => parts.join(' hoặc '),
  otherThan: (values) => `khác ${values.join(' và ')}`,
  oneOf: (values) => `là ${oneOf(values)}`,
  noneOf: (values) => `không phải ${oneOf(values)}`,
  atLeast: (needed, of) => `ít nhất ${needed} trong ${of} ý sau`,
  atMost: (allowed, of) => `nhiều nhất ${allowed} trong ${of} ý sau`,
  allOf: 'tất cả các ý sau',
  anyOf: 'một trong các ý sau',
  noneOfParts: 'không có ý nào sau đây',
  above: (distance) => `cao hơn mức ${distance}`,
  below: (distance) => `thấp hơn mức ${distance}`,
  onLine: 'đúng bằng mức',
  stateTotals: (counts, total) =>
    `${counts.pass} đáp ứng, ${counts.fail} không đáp ứng, ${counts.unknown} chưa xác định, ${counts['not-applicable']} không áp dụng; tổng số ${total}`,
  rankOf: (place, of, ties) => `${place} trên ${of} đơn vị${ties === 'competition' ? '' : ` (cách xếp ${TIES[ties]})`}`,
  points: {
    points: (points) => `${points} điểm`,
    of: (earned, of) => `${earned}/${of} điểm`,
    short: 'điểm',
    score: 'Tổng điểm',
    scoreOf: (id) => `Điểm ${id}`,
    orNone: (points, none) => `${points} hoặc ${none}`,
    band: (from, points) => `bậc từ ${from}: ${points} điểm`,
    underBands: (lowest) => `dưới bậc thấp nhất (${lowest}): 0 điểm`,
    between: (low, high) => `giữa mốc ${step(low)} và mốc ${step(high)}`,
    upTo: (lowest) => `không quá mốc ${step(lowest)}`,
    from: (highest) => `từ mốc ${step(highest)} trở lên`,
    deducted: (points) => `bị trừ ${points} điểm`,
    nothingDeducted: 'không bị trừ điểm',
    capped: (earned, most) => `các phần cộng được ${earned} điểm, chỉ tính nhiều nhất ${most} điểm`,
    notApplicable: {
      pass: 'không áp dụng, được tính đủ điểm',
      fail: 'không áp dụng, tính 0 điểm',
      exclude: 'không áp dụng, không tính vào điểm',
    },
    applies: (condition) => `chỉ áp dụng khi ${condition}`,
  },
  byClass: (classes) => `phân loại, tốt xếp trước: ${classes.join(' → ')}`,
  byScore: (order) => `điểm, ${order === 'high' ? 'cao' : 'thấp'} xếp trước (so số điểm, không so tỷ lệ)`,
  byNumber: (label, order) => `${label}, ${order === 'high' ? 'cao' : 'thấp'} xếp trước`,
  ties: {
    competition: `cách xếp ${TIES.competition}: các đơn vị ngang nhau chung một hạng, hạng kế tiếp tính đủ số đơn vị đứng trước`,
    dense: `cách xếp ${TIES.dense}: các đơn vị ngang nhau chung một hạng, hạng kế tiếp là số liền sau`,
    ordinal: `cách xếp ${TIES.ordinal}: các đơn vị ngang nhau xếp theo mã, mỗi đơn vị một hạng riêng`,
  },
  equalUnits: (ties) => `Khi ngang nhau, theo ${ties}.`,
  tied: (ties) => `Dấu = là đồng hạng (${ties}).`,
  errorCount: (count) => `${count} lỗi`,
  warningCount: (count) => `${count} cảnh báo`,
  noteCount: (count) => `${count} ghi chú`,
  check: {
    noFile: 'Không thuộc riêng tệp nào',
    noOffice: 'Không riêng cơ quan nào',
    heading: (name, counts) => `${name}: ${counts}`,
    moreCells: (count, cells, isAll) => `${count} ô khác cùng loại: ${cells.join('; ')}${isAll ? '' : '; …'}`,
    otherUnits: (count, units) => `${count} đơn vị khác là: ${units.join('; ')}`,
    moreOfKind: (count) => `${count} chỗ khác cùng loại`,
    missing: (count) => `Số liệu còn thiếu: ${count} ô`,
    missingOf: (label, count, units, isAll) => `${label}: ${count} đơn vị: ${units.join('; ')}${isAll ? '' : '; …'}`,
    cells: (count) => `${count} ô`,
    columns: {
      file: 'Tệp',
      sheet: 'Trang tính',
      cell: 'Ô',
      line: 'Dòng',
      column: 'Cột',
      severity: 'Mức',
      office: 'Cơ quan cung cấp',
      indicator: 'Chỉ tiêu',
      received: 'Giá trị trong ô',
      message: 'Nội dung',
      code: 'Mã lỗi',
    },
    problems: 'Các lỗi',
    missingFigures: 'Số liệu còn thiếu',
    personalLeftOut: 'Các ô của cột này đã được bỏ khỏi bản sao vì có thể là thông tin cá nhân.',
  },
  template: {
    title: (title, id) => `${title} (${id})`,
    howTo: 'Điền mỗi đơn vị một dòng dưới dòng tên cột; ô chưa có số liệu thì để trống, không ghi 0.',
    label: (label, unit) => (unit === null ? `↓ ${label}` : `↓ ${label}, tính bằng ${unit}`),
    allowed: 'Được ghi:',
    example: 'Ví dụ:',
    count: (min, max) => `số nguyên từ ${min}${max === null ? '' : ` đến ${max}`}`,
    decimal: (min, max) => `số từ ${min}${max === null ? '' : ` đến ${max}`}`,
    percent: (min, max) => `tỷ lệ, có dấu %, từ ${min}${max === null ? '' : ` đến ${max}`}`,
    boolean: 'có hoặc không',
    exampleBoolean: 'có',
    code: 'mã đơn vị hành chính, giữ nguyên số 0 ở đầu',
    text: 'chữ',
    period: 'kỳ đánh giá, ví dụ 2025',
  },
  cases: {
    counts: (passed, failed, of) =>
      failed === '0' ? `Trường hợp thử: ${of}, đều đạt` : `Trường hợp thử: ${of}; đạt ${passed}, không đạt ${failed}`,
    covered: (of) => `Ngưỡng: ${of}; đều đã thử ngay dưới, đúng bằng và ngay trên, ở mọi phía có thể xảy ra`,
    uncovered: (lacking, of) => `Ngưỡng: ${of}; chưa thử hết các phía có thể xảy ra: ${lacking}`,
    sides: { under: 'ngay dưới', at: 'đúng bằng', over: 'ngay trên' },
    gap: (sides) => `chưa có trường hợp ${oneOf(sides)} ngưỡng`,
    readings: (chosen) => `cách hiểu ${chosen.join(', ')}`,
    notRun: 'Không chạy được trường hợp này:',
    class: 'loại (class)',
    candidates: 'các loại có thể (candidates)',
    certified: 'kết luận (certified)',
    score: 'điểm (score)',
    state: (id) => `kết quả tiêu chí ${id}`,
    points: (id) => `điểm của ${id}`,
    difference: (what, expected, found) => `${what}: mong đợi ${expected}, kết quả là ${found}`,
  },

  set: {
    id: 'Mã',
    status: 'Tình trạng',
    title: 'Tên bộ tiêu chí',
    unit: 'Áp dụng cho',
    effective: 'Hiệu lực',
    from: (day) => `từ ngày ${day}`,
    fromTo: (from, to) => `từ ngày ${from} đến hết ngày ${to}`,
    reviewed: 'Rà soát lần cuối',
    notReviewed: 'chưa rà soát',
    period: 'Kỳ đánh giá',
    yearFromTo: (from, to) => `hằng năm, từ ngày ${from} đến ngày ${to}`,
    sources: 'Văn bản',
    indicators: 'Chỉ tiêu (cột số liệu)',
    measures: 'Đại lượng tính từ chỉ tiêu',
    checks: 'Quy tắc kiểm tra số liệu',
    criteria: 'Tiêu chí',
    remarks: 'Lưu ý kèm kết quả',
    score: 'Điểm',
    countOf: (ids) => `mỗi tiêu chí đáp ứng được 1 điểm: ${ids.join(', ')}`,
    sumOf: (of) =>
      `cộng điểm các tiêu chí, nhiều nhất ${of} điểm; phần không áp dụng không tính vào số điểm có thể đạt`,
    weightedOf: (of) => `mỗi tiêu chí góp phần điểm theo trọng số trong tổng ${of} điểm`,
    rounding: (to, mode) => `làm tròn một lần, ở tổng điểm, đến ${to}, ${ROUNDING[mode]}`,
    notRounded: 'không làm tròn',
    mandatoryOf: (ids) => `điều kiện bắt buộc (mandatory): ${ids.join(', ')}`,
    gate: (points, operator, bound, share) =>
      `${points} ${operator} ${bound}${share ? ' số điểm có thể đạt' : ' điểm'}`,
    mandatory: 'bắt buộc',
    bonus: 'điểm cộng thêm',
    weight: (weight, share) => `trọng số ${weight}, bằng ${share} tổng điểm`,
    pointsIf: (points, test) => `${points} điểm nếu ${test}`,
    bands: (on, steps) =>
      `${on}: ${steps.map(({ value, points }) => `từ ${value} được ${points} điểm`).join('; ')}; thấp hơn: 0 điểm`,
    scale: (on, steps) => `${on}: ${steps.map(step).join(', ')}; ở giữa tính theo tỷ lệ`,
    deduct: (points, each, per) => `${points} điểm, mỗi đơn vị của ${per} trừ ${each} điểm`,
    atMostDeducted: (points) => `trừ nhiều nhất ${points} điểm`,
    neverBelow: (points) => `không dưới ${points} điểm`,
    cap: (points) => `nhiều nhất ${points} điểm, kể cả điểm cộng thêm`,
    appliesWhen: (condition) => `chỉ áp dụng khi ${condition}`,
    otherwiseCounts: {
      pass: 'khi không áp dụng coi như đáp ứng',
      fail: 'khi không áp dụng coi như không đáp ứng',
      exclude: 'khi không áp dụng thì không tính',
    },
    responsible: (office) => `cơ quan thực hiện: ${office}`,
    was: (id) => `trước là ${id}`,
    rolledUp: 'Tổng hợp từ',
    rolledUpBy: (set, column) => `các đơn vị theo ${set}, gộp theo cột ${column}`,
    fromBelow: (formula) => `= ${formula} của các đơn vị cấp dưới`,
    overridden: 'Thay đổi so với tệp gốc',
    targets: 'Mục tiêu',
    targetLine: (until, share) => `đến hết năm ${until}: ít nhất ${share} số đơn vị đạt`,
    certifies: 'được công nhận',
    otherwise: 'các trường hợp còn lại',
    measured: { end: 'tại cuối kỳ', period: 'trong kỳ' },
    provider: (office) => `cung cấp: ${office}`,
    chosen: 'đang áp dụng',
    file: 'Tệp',
    none: 'Không có bộ tiêu chí nào.',
  },
};
