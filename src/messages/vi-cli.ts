import type { Messages } from './messages.ts';

/** The words of the command line, in Vietnamese. */
export const viCli: Messages['cli'] = {
  about: 'Từ số liệu và bộ tiêu chí có phiên bản, xác định xã có đạt không ma túy không, thuộc loại nào và vì sao.',
  titles: {
    usage: 'Cách dùng:',
    arguments: 'Tham số:',
    options: 'Tùy chọn:',
    globalOptions: 'Tùy chọn chung của mọi lệnh:',
    commands: 'Các lệnh:',
    examples: 'Ví dụ:',
    exitCodes: 'Mã kết thúc:',
  },
  usage: { command: 'lệnh', program: '<lệnh> [tùy chọn]', options: '[tùy chọn]' },
  commands: {
    score: 'loại, điểm, kết luận và thứ hạng của từng đơn vị',
    explain: 'giải thích đầy đủ một đơn vị: vì sao thuộc loại đó, điều gì quyết định',
    rank: 'thứ tự các đơn vị, kể cả đồng hạng',
    check: 'chỉ kiểm tra số liệu: các lỗi và số liệu còn thiếu, theo tệp và theo cơ quan cung cấp',
    template: 'tệp số liệu trống để điền, cho một bộ tiêu chí',
    criteria: 'liệt kê các bộ tiêu chí hiện có, hoặc xem một bộ',
    lint: 'soát tệp tiêu chí và nêu những chỗ chưa ổn',
    diff: 'hai bộ tiêu chí khác nhau ở đâu, mỗi thay đổi chặt hơn hay nới hơn',
    schema: 'lược đồ JSON (JSON Schema) của tệp tiêu chí, trường hợp thử, kết quả hoặc so sánh',
    verify: 'tính lại một kết quả đã ghi và so sánh, nêu chỗ khác đầu tiên',
    completion: 'tập lệnh để cửa sổ lệnh tự điền lệnh, tùy chọn và giá trị khi nhấn phím Tab',
    test: 'chạy các trường hợp thử đi kèm tệp tiêu chí, nêu những ngưỡng chưa được thử',
    help: 'xem hướng dẫn của một lệnh',
  },
  arguments: {
    files: {
      name: 'tệp',
      about:
        'tệp số liệu CSV hoặc Excel (.xlsx), mỗi đơn vị một dòng; nhiều tệp được ghép theo đơn vị; dấu - là đọc từ đầu vào chuẩn',
    },
    unit: { name: 'đơn-vị', about: 'mã hoặc tên đơn vị' },
    set: { name: 'mã', about: 'mã bộ tiêu chí, như vn-drug-free@2025, hoặc một tệp tiêu chí' },
    base: {
      name: 'cũ',
      about: 'bộ tiêu chí cũ: mã, tệp, hoặc PHIÊN-BẢN:tệp để lấy từ lịch sử git, như main:tieu-chi.yaml',
    },
    revision: { name: 'mới', about: 'bộ tiêu chí mới, nêu như trên' },
    schema: {
      name: 'lược-đồ',
      about: 'criteria (tiêu chí), cases (trường hợp thử), result (kết quả) hoặc diff (so sánh)',
    },
    result: { name: 'kết-quả.json', about: 'kết quả đã ghi bằng xasach score -f json hoặc explain -f json' },
    inputs: {
      name: 'tệp',
      about: 'các tệp mà kết quả đã dùng, nếu không nằm cạnh tệp kết quả hay trong thư mục hiện tại',
    },
    linted: { name: 'bộ-tiêu-chí', about: 'mã bộ hoặc tệp tiêu chí (mặc định: mọi bộ có sẵn)' },
    shell: { name: 'cửa-sổ-lệnh', about: 'bash, zsh, fish hoặc powershell' },
    tested: { name: 'bộ-tiêu-chí', about: 'mã bộ hoặc tệp tiêu chí (mặc định: mọi bộ có sẵn kèm trường hợp thử)' },
  },
  values: {
    criteria: 'mã|tệp',
    period: 'kỳ',
    reading: 'tên=phương-án',
    overlay: 'tệp',
    encoding: 'bảng-mã',
    sheet: 'tên|số',
    map: 'tệp',
    units: 'mã|tệp',
    lineage: 'mã|tệp',
    province: 'tỉnh',
    format: 'dạng',
    by: 'cột',
    only: 'kết-luận|loại',
    top: 'số',
    where: 'điều-kiện',
    set: 'chỉ_tiêu=giá-trị',
    against: 'kỳ|tệp',
    output: 'tệp',
    'fail-on': 'trường-hợp',
    data: 'tệp...',
    ignore: 'tệp',
    on: 'ngày',
  },
  options: {
    criteria: 'bộ tiêu chí: họ@phiên-bản, họ (bản có hiệu lực trong kỳ) hoặc một tệp (mặc định: vn-drug-free)',
    period: 'kỳ đánh giá, ví dụ 2025',
    reading: 'cách hiểu một điều khoản chưa rõ (dùng được nhiều lần)',
    where:
      'chỉ nêu các đơn vị thỏa một điều kiện viết như trong tiêu chí, ví dụ "use_points > 0"; cùng --set: chỉ thay số liệu của các đơn vị đó',
    set: 'thử thay một số liệu (=, +=, -=) cho mọi đơn vị, hoặc cho một đơn vị bằng MÃ:chỉ_tiêu=giá-trị (dùng được nhiều lần); kết quả không dùng để công nhận',
    against:
      'so với một kỳ khác trong số liệu, hoặc với tệp kết quả JSON đã có: đơn vị mới đạt, giữ được, không còn đạt',
    'across-criteria': 'vẫn so sánh dù hai bên theo tiêu chí hoặc cách hiểu khác nhau',
    readings: 'thử mọi cách hiểu khác của các điều khoản, nêu đơn vị sẽ đổi loại và tiêu chí làm đổi',
    format: 'dạng kết quả (mặc định: theo đuôi của --output, không có thì là dạng đầu tiên)',
    output: 'ghi kết quả vào tệp thay vì hiện ra màn hình',
    'fail-on':
      'kết thúc với mã 1 nếu kết quả có undetermined (chưa xác định), not-certified (không đạt) hoặc warning (cảnh báo); dùng được nhiều lần',
    overlay: 'thử thay đổi bộ tiêu chí: tệp YAML chỉ ghi những chỗ khác (dùng được nhiều lần)',
    encoding:
      'bảng mã của tệp văn bản: utf-8, utf-16le, utf-16be, windows-1258, tcvn3 hoặc viscii (mặc định: tự nhận biết)',
    numbers: 'cách viết số khi bản thân cột không cho biết: vi là 1.234,5; en là 1,234.5',
    sheet: 'trang tính của tệp Excel, theo tên hoặc số thứ tự (có thể lặp lại để đọc nhiều trang; mặc định: trang đầu)',
    map: 'tệp YAML cho biết nghĩa của những tên cột khác thường, hoặc ranh giới .geojson, .topojson để vẽ bản đồ trong báo cáo HTML (dùng được cả hai)',
    units: 'danh mục đơn vị, mỗi đơn vị đều phải có mặt: vn-2025 (3.321 đơn vị từ 1/7/2025) hoặc một tệp CSV',
    lineage: 'chuyển số liệu của đơn vị cũ sang đơn vị mới: vn-2025 hoặc một tệp CSV',
    province: 'chỉ các đơn vị của một tỉnh trong danh mục, theo tên hoặc mã',
    only: 'chỉ hiện những đơn vị certified (đạt), not-certified (không đạt), undetermined (chưa xác định) hoặc thuộc một loại, như key_1; tổng hợp vẫn là của mọi đơn vị (dùng được nhiều lần)',
    top: 'chỉ hiện chừng ấy hạng đầu, kể cả đồng hạng; với --by là của mỗi nhóm',
    robustness: 'thử độ vững của thứ hạng: đổi trọng số ±10 % và bỏ từng tiêu chí (bộ tiêu chí chấm điểm)',
    by: 'gộp theo một cột: district (huyện), province (tỉnh), type, border, registered, hoặc một chỉ tiêu có/không hay lựa chọn',
    near: 'nêu các đơn vị sát ngưỡng: sẽ đổi loại nếu một số liệu tăng hoặc giảm một đơn vị đo',
    ways: 'nêu cách để đạt của từng đơn vị (JSON, HTML, XLSX), kể cả khi phải tính lâu, như với bảng điểm',
    data: 'số liệu để xem đơn vị nào đổi kết quả khi đổi bộ tiêu chí, và do thay đổi nào',
    prove: 'chứng minh trên mọi số liệu có thể có: loại nào thêm hay bớt đơn vị, kèm ví dụ',
    'across-families': 'so sánh cả hai bộ tiêu chí khác họ hoặc khác cấp đơn vị',
    ignore:
      'tệp YAML nêu các thay đổi đã chấp nhận: dấu nhận dạng, lý do, ngày hết hạn; --fail-on bỏ qua các thay đổi đó',
    on: 'ngày dùng để xét hạn của --ignore, như 2026-01-31 (mặc định: ngày rà soát hoặc ngày hiệu lực của bộ mới)',
    excel: 'CSV để mở thẳng bằng Excel ở Việt Nam: ngăn bằng dấu chấm phẩy, số thập phân dùng dấu phẩy',
    lang: 'ngôn ngữ, tiếng Việt hoặc tiếng Anh (mặc định: theo XASACH_LANG, không có thì là vi)',
    color: 'có dùng màu hay không (mặc định: auto, tự xác định)',
    quiet: 'không hiện cảnh báo và lưu ý; lỗi vẫn hiện',
    help: 'xem hướng dẫn này',
    version: 'xem phiên bản của xasach',
  },
  examples: {
    program: [
      { line: 'xasach score so-lieu-2025.csv -p 2025', about: 'loại và thứ hạng của mọi xã' },
      { line: 'xasach help score', about: 'hướng dẫn đầy đủ của một lệnh' },
    ],
    score: [
      { line: 'xasach score so-lieu-2025.csv -p 2025', about: 'kết quả dạng bảng' },
      { line: 'xasach score so-lieu-2025.csv -p 2025 -o ket-qua.csv --excel', about: 'ghi tệp để mở bằng Excel' },
      { line: 'xasach score so-lieu-2025.csv -r bands=cumulative', about: 'theo một cách hiểu khác của điều khoản' },
      {
        line: 'xasach score - -f json < so-lieu-2025.csv',
        about: 'đọc từ đầu vào chuẩn, dùng cho chương trình khác',
      },
      {
        line: 'xasach score so-lieu.csv -p 2025 --against 2024',
        about: 'so với năm trước: mới đạt, giữ được, không còn đạt, vì sao',
      },
      { line: 'xasach score so-lieu-2025.csv --set "filed_users=0"', about: 'thử: nếu số liệu là như thế' },
    ],
    explain: [
      { line: 'xasach explain 30292 so-lieu-2025.csv', about: 'nêu đơn vị theo mã' },
      { line: 'xasach explain "Phường Bình Đức" so-lieu-2025.csv', about: 'nêu đơn vị theo tên' },
      {
        line: 'xasach explain 30292 so-lieu-2025.csv -o giai-thich.md',
        about: 'ghi Markdown, để đưa vào thư hay tài liệu',
      },
      { line: 'xasach explain 30292 so-lieu-2025.csv -o giai-thich.html', about: 'ghi một trang để in và lưu hồ sơ' },
    ],
    rank: [
      { line: 'xasach rank so-lieu-2025.csv -p 2025', about: 'từ tốt nhất trở xuống' },
      { line: 'xasach rank so-lieu-2025.csv -p 2025 -o xep-hang.csv', about: 'ghi thứ tự vào tệp CSV' },
    ],
    check: [
      { line: 'xasach check so-lieu-2025.csv', about: 'mọi lỗi, kèm dòng và cột' },
      {
        line: 'xasach check so-lieu-2025.xlsx -o loi.xlsx',
        about: 'bản sao của tệp, tô màu và ghi chú ở từng ô lỗi',
      },
      {
        line: 'xasach check cong-an.xlsx y-te.csv --units vn-2025',
        about: 'nhiều tệp ghép thành một bảng, đối chiếu với danh mục đơn vị',
      },
      { line: 'xasach check so-lieu-2025.csv -f json -o loi.json', about: 'dùng cho chương trình khác' },
    ],
    template: [
      { line: 'xasach template -o mau.xlsx', about: 'tệp Excel trống cho bộ tiêu chí đang có hiệu lực' },
      {
        line: 'xasach template --units vn-2025 --province "An Giang" -o mau.xlsx',
        about: 'ghi sẵn mọi xã, phường của một tỉnh',
      },
      { line: 'xasach template -c kon-tum-model@1 -o mau.csv --excel', about: 'tệp CSV để mở bằng Excel' },
    ],
    criteria: [
      { line: 'xasach criteria', about: 'các bộ tiêu chí hiện có' },
      { line: 'xasach criteria vn-drug-free@2025', about: 'xem một bộ tiêu chí ở dạng dễ đọc' },
    ],
    lint: [
      { line: 'xasach lint', about: 'soát mọi bộ tiêu chí có sẵn' },
      { line: 'xasach lint tieu-chi-cua-tinh.yaml', about: 'soát một tệp, kèm dòng có lỗi' },
      { line: 'xasach lint tieu-chi-cua-tinh.yaml --fail-on warning', about: 'coi cảnh báo như lỗi' },
      { line: 'xasach lint vn-drug-free@2025 -f json', about: 'kết quả dùng cho chương trình khác' },
    ],
    diff: [
      { line: 'xasach diff kon-tum-model@1 kon-tum-model@2', about: 'hai phiên bản của một bộ tiêu chí' },
      { line: 'xasach diff vn-drug-free tieu-chi-cua-tinh.yaml', about: 'bản đang có hiệu lực và một tệp' },
      { line: 'xasach diff main:tieu-chi.yaml tieu-chi.yaml', about: 'tệp trong nhánh git main và tệp trên đĩa' },
      {
        line: 'xasach diff kon-tum-model@1 kon-tum-model@2 --data so-lieu.csv -p 2024',
        about: 'đơn vị nào đổi loại, do thay đổi nào',
      },
      {
        line: 'xasach diff main:tieu-chi.yaml tieu-chi.yaml --fail-on stricter --ignore da-chap-nhan.yaml',
        about: 'mã 1 nếu có chỗ chặt hơn mà chưa ai chấp nhận',
      },
    ],
    schema: [
      {
        line: 'xasach schema criteria -o criteria.schema.json',
        about: 'để trình soạn thảo kiểm tra tệp tiêu chí ngay khi gõ',
      },
      { line: 'xasach schema result', about: 'cấu trúc của kết quả JSON' },
    ],
    verify: [
      { line: 'xasach verify ket-qua.json', about: 'tệp số liệu nằm cạnh tệp kết quả' },
      { line: 'xasach verify ket-qua.json so-lieu-2025.csv', about: 'nêu tệp số liệu' },
    ],
    completion: [
      {
        line: 'source <(xasach completion bash)',
        about: 'dùng ngay trong cửa sổ bash đang mở; thêm dòng này vào ~/.bashrc để dùng mãi',
      },
      { line: 'xasach completion zsh -o _xasach', about: 'ghi ra tệp, cho zsh' },
    ],
    test: [
      { line: 'xasach test', about: 'các trường hợp thử của mọi bộ tiêu chí có sẵn' },
      { line: 'xasach test tieu-chi.yaml', about: 'các trường hợp trong tệp tieu-chi.cases.yaml bên cạnh' },
      { line: 'xasach test vn-drug-free@2025 -f json', about: 'một bộ, dùng cho chương trình khác' },
    ],
  },
  failOn: {
    warnings: 'kết thúc với mã 1 cả khi chỉ có cảnh báo, không riêng khi có lỗi: warning',
    changes:
      'kết thúc với mã 1 nếu có thay đổi stricter (chặt hơn, kể cả có thể theo cả hai chiều), looser (nới hơn, cũng vậy), any (bất kỳ), hoặc có đơn vị đổi kết quả: moves (cần --data); dùng được nhiều lần',
  },
  criteriaOfResult: 'nơi có bộ tiêu chí: mã hoặc tệp (mặc định: như ghi trong kết quả)',
  exitCodes: [
    { code: '0', about: 'đã chạy xong; xã không đạt cũng là một kết quả' },
    {
      code: '1',
      about: 'có điều nêu ở --fail-on, check hay lint thấy lỗi, test có chỗ không đạt, hoặc verify thấy khác',
    },
    { code: '2', about: 'lệnh viết chưa đúng, hoặc không được phép ghi vào nơi nêu ở -o' },
    { code: '3', about: 'tiêu chí hoặc số liệu không dùng được, hoặc đĩa đã đầy; chưa ghi gì' },
    { code: '70', about: 'lỗi của chính xasach' },
  ],
  nothingFound: 'Không phát hiện lỗi nào trong số liệu.',
  soundCriteria: 'Không phát hiện điều gì chưa ổn trong tiêu chí.',
  seeHelp: (command) => `Xem thêm: ${command}`,
  progress: (task, percent) =>
    task === 'read' ? `Đang đọc và đánh giá: ${percent} %` : `Đang ghi kết quả: ${percent} %`,
  written: (file, counts) => `Đã ghi ${file}: ${counts ?? 'không có lỗi'}.`,
  bug: (message, version) =>
    `Đây là lỗi của chính xasach ${version}, không phải của số liệu: ${message}. Hãy gửi dòng này và lệnh đã gõ cho nhóm phát triển (đặt XASACH_DEBUG=1 để xem thêm).`,
};
