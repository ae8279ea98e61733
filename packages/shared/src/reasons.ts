import type { Label } from './text.js'

/** Why something is refused, in both languages; `{names}` stand for what the reason is about. */
export const REASONS = {
  NOT_A_DAY: { vi: 'không phải là một ngày', en: 'not a day' },
  IN_FUTURE: { vi: 'ngày này chưa tới', en: 'lies in the future' },
  BEFORE_BIRTH: { vi: 'trước ngày sinh của người này', en: 'lies before the birth of the person' },
  AFTER_EVENT: { vi: 'sau ngày của sự kiện', en: 'lies after the day of the event' },
  BIRTH_NOT_PAST: { vi: 'phải là một ngày đã qua', en: 'must be a day in the past' },
  TOO_LONG: { vi: 'dài quá {limit} ký tự', en: 'at most {limit} characters' },
  BAD_LENGTH: { vi: 'phải có từ 1 đến {limit} ký tự', en: 'must have 1 to {limit} characters' },
  BAD_CODE: {
    vi: 'phải có từ 1 đến {limit} ký tự, không có dấu cách ở đầu và cuối',
    en: 'must have 1 to {limit} characters, none of them blank at the ends',
  },
  OUT_OF_BOUNDS: { vi: 'phải từ 0 đến {limit}', en: 'must be 0 to {limit}' },
  UNKNOWN_CODE: { vi: 'không có trong danh mục', en: 'unknown code' },
  NOTHING_CHANGES: { vi: 'cần ít nhất một nội dung thay đổi', en: 'name at least one thing that changes' },
  CHANGED_MEANWHILE: {
    vi: 'nội dung này vừa được người khác sửa; hãy mở lại để xem bản mới nhất',
    en: 'someone else has changed it meanwhile; open it again to see the latest',
  },
  RECORDED_MEANWHILE: {
    vi: 'người khác vừa ghi đúng nội dung này',
    en: 'someone else has just recorded the same',
  },

  NOT_ALLOWED_HERE: {
    vi: 'tài khoản của bạn không có quyền làm việc này ở đơn vị này',
    en: 'your account may not do this at this unit',
  },
  NOT_ALLOWED: {
    vi: 'tài khoản của bạn không có quyền làm việc này',
    en: 'your account may not do this',
  },

  REQUEST_CLOSED: { vi: 'yêu cầu này đã kết thúc', en: 'the request is closed' },
  REQUEST_NOT_ANSWERED: {
    vi: 'hãy trả lời người yêu cầu trước khi ghi đã thực hiện',
    en: 'answer the request before it is carried out',
  },
  REQUEST_EXTENDED: { vi: 'yêu cầu này đã được gia hạn một lần', en: 'it was extended once already' },
  NOT_A_RESTRICTION: { vi: 'chỉ gỡ được yêu cầu hạn chế', en: 'only a restriction can be lifted' },
  LOOK_NEEDED: {
    vi: 'người này ngoài đơn vị bạn quản lý hồ sơ; hãy nêu lý do để mở',
    en: 'this person is kept by others; give a reason to open',
  },
  REASON_SHORT: {
    vi: 'hãy nêu lý do cụ thể, ít nhất {least} ký tự',
    en: 'give a reason of at least {least} characters',
  },
  SIGN_IN_FIRST: { vi: 'bạn cần đăng nhập', en: 'sign in first' },
  SIGN_IN_FAILED: {
    vi: 'tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa',
    en: 'the user name or the password is wrong, or the account is disabled',
  },
  THROTTLED: {
    vi: 'sai quá nhiều lần; hãy thử lại sau {minutes} phút',
    en: 'too many failures; try again in {minutes} minutes',
  },
  CODE_WRONG: { vi: 'mã xác thực không đúng hoặc đã dùng', en: 'the code is wrong or was used before' },
  PASSWORD_WRONG: { vi: 'mật khẩu hiện tại không đúng', en: 'the present password is wrong' },
  NEW_PASSWORD_FIRST: {
    vi: 'bạn cần đặt mật khẩu mới trước khi làm việc',
    en: 'choose a password of your own first',
  },
  NOT_WITH_TOKEN: {
    vi: 'việc này phải làm trong phiên đăng nhập, không làm được bằng mã truy cập',
    en: 'this needs somebody who has signed in, not an access token',
  },
  PASSWORD_LENGTH: {
    vi: 'mật khẩu phải có từ {least} đến {limit} ký tự',
    en: 'a password has {least} to {limit} characters',
  },
  PASSWORD_COMMON: {
    vi: 'mật khẩu này quá phổ biến, ai cũng đoán được',
    en: 'this password is among those that everybody tries first',
  },
  PASSWORD_OWN_WORDS: {
    vi: 'mật khẩu không được ghép từ tên của bạn hay tên hệ thống',
    en: 'a password must not be made of your name or the name of the system',
  },
  PASSWORD_SAME: {
    vi: 'hãy chọn mật khẩu khác mật khẩu hiện tại',
    en: 'choose another one than the present',
  },
  SECOND_FACTOR_ON: { vi: 'xác thực hai bước đã được bật', en: 'the second factor is on already' },
  SECOND_FACTOR_OFF: {
    vi: 'chưa bắt đầu bật xác thực hai bước',
    en: 'the second factor has not been started',
  },
  USER_NAME_FORM: {
    vi: 'phải có từ 3 đến {limit} ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối, bắt đầu bằng chữ',
    en: 'must have 3 to {limit} characters: small letters, digits, dot, hyphen, beginning with a letter',
  },
  USER_NAME_TAKEN: {
    vi: 'đã có tài khoản mang tên đăng nhập này',
    en: 'an account has this user name already',
  },
  TOO_MANY_AT_ONCE: {
    vi: 'phải từ 1 đến {limit} tài khoản một lần',
    en: 'must be 1 to {limit} accounts at once',
  },
  OWN_ACCOUNT: {
    vi: 'không ai được tự thay đổi quyền hay khóa tài khoản của chính mình',
    en: 'nobody changes the rights of their own account or disables it',
  },
  LAST_SYSTEM_ADMIN: {
    vi: 'phải còn ít nhất một quản trị hệ thống không có ngày kết thúc',
    en: 'at least one system administrator without an end must remain',
  },
  ROLE_NOT_HERE: {
    vi: 'không thể giao vai trò này ở đơn vị cấp này',
    en: 'this role cannot be granted at a unit of this level',
  },
  GRANT_EXISTS: {
    vi: 'tài khoản đã có vai trò này ở đơn vị trong những ngày đó',
    en: 'the account has this role at the unit on some of these days',
  },
  GRANT_ENDED: { vi: 'quyền này đã kết thúc', en: 'the grant has ended' },
  DAYS_REVERSED: { vi: 'ngày cuối trước ngày đầu', en: 'the last day lies before the first' },
  DAY_PAST: { vi: 'ngày này đã qua', en: 'this day has passed' },
  TOO_LATE_A_DAY: { vi: 'không quá {days} ngày kể từ hôm nay', en: 'at most {days} days from today' },
  NO_SUCH_GRANT: {
    vi: 'quyền này không mang theo việc chạy truy vấn tự viết',
    en: 'this grant does not carry operations of one’s own',
  },

  ALREADY_CORRECTED: { vi: 'sự kiện này đã được đính chính', en: 'the event is corrected already' },
  LATER_RESTS: {
    vi: 'một sự kiện ghi sau đó dựa vào sự kiện này: {why}',
    en: 'a later event rests on it: {why}',
  },
  LATER_FAILS: {
    vi: 'một sự kiện đã ghi ở ngày sau sẽ không còn đúng: {why}',
    en: 'a later event on record would no longer hold: {why}',
  },
  HAS_DIED: { vi: 'người này đã từ trần trước ngày đó', en: 'the person has died before' },
  WAS_MEMBER: {
    vi: 'người này từng là đảng viên: phải ghi là kết nạp lại',
    en: 'the person was a member before: this is a readmission',
  },
  NEVER_MEMBER: {
    vi: 'chưa có ghi nhận người này từng là đảng viên',
    en: 'the person was never a member on record',
  },
  MEMBER_ALREADY: { vi: 'người này đang là đảng viên', en: 'the person is a member already' },
  NOT_MEMBER: {
    vi: 'vào ngày đó người này không phải là đảng viên',
    en: 'the person is not a member on that day',
  },
  OTHER_CELL: {
    vi: 'vào ngày đó người này sinh hoạt ở chi bộ khác',
    en: 'the person belongs to another cell on that day',
  },
  NO_ATTRIBUTES: {
    vi: 'kết nạp cần có thông tin của người được kết nạp',
    en: 'an admission needs the attributes of the person',
  },
  NO_CEREMONY_DUE: {
    vi: 'không có quyết định kết nạp nào đang chờ tổ chức lễ',
    en: 'no admission waits for its ceremony',
  },
  NO_CEREMONY_YET: { vi: 'chưa tổ chức lễ kết nạp', en: 'the ceremony has not been held' },
  OFFICIAL_ALREADY: {
    vi: 'người này đã là đảng viên chính thức',
    en: 'the person is an official member already',
  },
  NOT_ON_PROBATION: { vi: 'người này không phải là đảng viên dự bị', en: 'the person is not on probation' },
  NO_DECISION: {
    vi: 'chưa ghi quyết định kết nạp nào của người này',
    en: 'no decision to admit the person is recorded',
  },
  NO_OTHER_CELL: { vi: 'chuyển sinh hoạt phải đến một chi bộ khác', en: 'a transfer needs another cell' },
  NO_REMOVAL_REASON: { vi: 'cần nêu lý do ra khỏi Đảng', en: 'a removal needs its reason' },
  NOT_A_CELL: {
    vi: 'chỉ chi bộ mới có đảng viên; vào ngày đó đơn vị này không phải là chi bộ',
    en: 'only a cell has members; this unit is not a cell on that day',
  },

  MORE_THAN_MEMBERS: { vi: 'không được nhiều hơn số đảng viên', en: 'must not exceed the members' },
  OPENING_EXISTS: { vi: 'chi bộ đã có số đầu kỳ', en: 'the cell has an opening balance already' },
  OPENING_CORRECTED: {
    vi: 'số đầu kỳ này đã được đính chính',
    en: 'the opening balance is corrected already',
  },

  STILL_HAS_MEMBERS: {
    vi: 'đến ngày đó đơn vị vẫn còn {members} đảng viên',
    en: 'the unit still has {members} members on that day',
  },
  RECORDED_LATER: {
    vi: 'ở đơn vị này còn sự kiện ghi ngày {day}',
    en: 'something is recorded there on {day}',
  },
  NOT_ALIVE: { vi: 'vào ngày đó không có đơn vị này', en: 'the unit does not exist on that day' },
  ALREADY_SO: { vi: 'vào ngày đó đơn vị đã như vậy rồi', en: 'the unit is already so on that day' },
  FOUNDED_THEN: { vi: 'đơn vị được thành lập đúng ngày đó', en: 'the unit was founded on that day' },
  SUCCEEDS_ITSELF: { vi: 'đơn vị không thể kế thừa chính mình', en: 'a unit cannot succeed itself' },
  STANDS_BELOW: {
    vi: 'từ ngày đó trở đi vẫn còn đơn vị trực thuộc: {name}',
    en: 'a unit stands below it on or after that day: {name}',
  },
  LATER_CHANGE: {
    vi: 'đã ghi một thay đổi của đơn vị ở ngày sau đó',
    en: 'a later change of the unit is recorded',
  },
  BELOW_ITSELF: { vi: 'đơn vị sẽ trực thuộc chính mình', en: 'the unit would stand below itself' },
  HEIR_CYCLE: {
    vi: 'đơn vị kế thừa cũng đã kết thúc và đã bàn giao lại cho chính đơn vị này',
    en: 'the successor has ended too and handed over to this unit',
  },
  PARENT_SINCE: { vi: 'đơn vị cấp trên chỉ có từ {day}', en: 'the superior unit exists only since {day}' },
  PARENT_UNTIL: { vi: 'đơn vị cấp trên chỉ có đến {day}', en: 'the superior unit exists only until {day}' },
  NEEDS_PARENT: {
    vi: 'đơn vị loại “{tier}” phải trực thuộc một đơn vị khác',
    en: 'a unit of level {tier} must stand under another unit',
  },
  NOT_UNDER: {
    vi: 'vào ngày {day}, đơn vị loại “{tier}” không được trực thuộc thẳng đơn vị loại “{parentTier}”',
    en: 'a unit of level {tier} may not stand directly under one of level {parentTier} on {day}',
  },
  CODE_TAKEN: {
    vi: 'từ ngày {day} mã {code} thuộc về đơn vị khác',
    en: 'code {code} belongs to another unit from {day} on',
  },

  BAD_COUNT: { vi: 'phải có từ {least} đến {most}', en: 'must be {least} to {most}' },
  NAMED_TWICE: { vi: 'một đơn vị được nêu hai lần', en: 'a unit is named twice' },
  NOT_OF_KIND: {
    vi: 'thiếu, hoặc không dùng cho loại việc sắp xếp này',
    en: 'missing, or not used by this kind of operation',
  },
  ONE_OF_TWO: {
    vi: 'nêu một đơn vị đã có hoặc một đơn vị lập mới',
    en: 'name either a unit that stands or one to be founded',
  },
  ONE_OF_THREE: { vi: 'nêu đúng một trong id, mã và ref', en: 'give exactly one of id, code and ref' },
  NO_SUCH_CODE: {
    vi: 'trước ngày sắp xếp không đơn vị nào mang mã {code}',
    en: 'no unit carries code {code} on the day before the reorganization',
  },
  NO_CODE: { vi: 'thiếu mã đơn vị', en: 'the code is missing' },
  NEEDS_NAME: { vi: 'đơn vị mới {code} chưa có tên', en: 'the new unit {code} has no name' },
  WHOLE_TWICE: {
    vi: 'đơn vị nhập vào nhiều nơi thì mỗi dòng phải ghi “một phần”',
    en: 'a unit that goes to several goes there in part',
  },
  PART_ALONE: {
    vi: 'đơn vị nhập một phần phải có ít nhất hai dòng',
    en: 'a unit that goes in part goes to two units at least',
  },
  ROWS_OR_TEXT: {
    vi: 'đưa các dòng hoặc đoạn văn bản đã dán',
    en: 'give either the rows or the pasted text',
  },
  EXISTS_SINCE: { vi: '{name} chỉ có từ {day}', en: '{name} exists only since {day}' },
  EXISTED_UNTIL: { vi: '{name} chỉ có đến {day}', en: '{name} existed only until {day}' },
  ENDS_ALREADY: {
    vi: 'đã có quyết định kết thúc đơn vị này, ngày cuối cùng là {day}',
    en: 'the unit ends already, its last day is {day}',
  },
  NOT_BELOW: {
    vi: '{name} không trực thuộc đơn vị được chia',
    en: '{name} does not stand below the unit that is split',
  },
  SPLIT_FORGETS: {
    vi: 'chưa nêu {name} sẽ về đơn vị nào',
    en: 'the split says nothing of {name}',
  },
  NO_SUCH_REF: {
    vi: 'không có việc nào trong phương án lập đơn vị {ref}',
    en: 'no operation of the reorganization founds {ref}',
  },
  REF_TWICE: {
    vi: 'hai việc trong phương án cùng lập đơn vị {ref}',
    en: 'two operations of the reorganization found {ref}',
  },
  DONE_TWICE: {
    vi: 'việc số {position} cũng tác động như vậy đến đơn vị này',
    en: 'operation {position} does the same to this unit',
  },
  ENDED_BY: {
    vi: 'việc số {position} đã kết thúc đơn vị này trong cùng ngày',
    en: 'operation {position} ends this unit on the same day',
  },
  NOT_APPLIED: {
    vi: 'phương án này chưa được thực hiện hoặc đã được hoàn tác',
    en: 'the reorganization is not applied',
  },
  RESTS_ON_IT: {
    vi: 'còn {count} nội dung ghi sau đó dựa vào phương án này',
    en: '{count} things recorded since rest on it',
  },
  CHANGED_SINCE: { vi: '{name} có thay đổi ngày {day}', en: '{name} was changed again on {day}' },
  TOOK_OVER_SINCE: { vi: '{name} đã tiếp nhận {other}', en: '{name} has taken over from {other}' },
  EVENT_SINCE: {
    vi: 'ở {name} đã ghi một sự kiện ngày {day}',
    en: 'an event of {day} is recorded at {name}',
  },
  OPENING_SINCE: { vi: '{name} đã có số đầu kỳ', en: '{name} has an opening balance' },
  TARGET_SINCE: {
    vi: 'chỉ tiêu của {name} đã được giao hoặc sửa',
    en: 'a target of {name} was set or changed',
  },
  FILED_SINCE: { vi: '{name} đã có văn bản hoặc số liệu riêng', en: 'something is filed at {name}' },
  HISTORY_RESTS: {
    vi: '{name}, sự kiện ngày {day}: {why}',
    en: '{name}, event of {day}: {why}',
  },
  TREE_RESTS: {
    vi: 'hoàn tác xong thì cây tổ chức không còn hợp lệ: {why}',
    en: 'without it the hierarchy could not be: {why}',
  },
  NO_OPERATIONS: { vi: 'phương án chưa có việc nào', en: 'the reorganization has no operations' },
  NOT_ASSIGNED: {
    vi: 'còn {persons} người của chi bộ được chia chưa biết về đâu',
    en: 'nobody says yet where {persons} persons of the split cell go',
  },
  TARGETS_COLLIDE: {
    vi: 'năm {year} đơn vị kế thừa sẽ có hai chỉ tiêu cùng loại; hãy chọn cộng dồn hoặc khép lại',
    en: 'the successor would have two targets of a kind for {year}; add them up or close them',
  },
  SAME_NAME: {
    vi: 'dưới {parent} có hai đơn vị cùng tên {name}',
    en: 'two units under {parent} are called {name}',
  },
  CODE_REUSED: {
    vi: 'mã {code} của {name} trước đó là mã của {earlier}',
    en: 'code {code} of {name} was that of {earlier} before',
  },
  SAME_PERSON: {
    vi: '{count} hồ sơ cùng tên {name}, sinh ngày {day}',
    en: '{count} persons called {name}, born on {day}',
  },
  OTHER_GROUP: {
    vi: '{name} đang thuộc cụm khác với {other}',
    en: '{name} is in another group than {other}',
  },
  GRANT_AT: { vi: 'tại {name} đã có tài khoản được giao quyền', en: 'a role was granted at {name}' },
  GRANTS_SINCE: {
    vi: 'quyền đã chuyển theo đơn vị kế thừa đã được sửa, hoặc đã có mã truy cập dựa trên quyền đó',
    en: 'a grant that went to a successor was changed, or an access token was made for it',
  },
  GRANTS_GO: {
    vi: 'quyền của tài khoản tại đơn vị này chuyển sang {name} từ ngày có hiệu lực; mã truy cập phải tạo lại',
    en: 'grants at this unit go on at {name} from the day of effect; access tokens have to be made anew',
  },
  GRANTS_END: {
    vi: 'quyền của tài khoản tại đơn vị này hết hiệu lực cùng đơn vị',
    en: 'grants at this unit end with it',
  },
  TERM_RUNS: { vi: 'nhiệm kỳ {term} còn hiệu lực', en: 'term {term} has not run out' },
  DRAFT_NAMES: { vi: 'phương án “{title}” cũng nêu đơn vị này', en: 'draft “{title}” names this unit too' },
  NOT_A_SPLIT: { vi: 'không phải là việc chia một chi bộ', en: 'not the split of a cell' },
  NOT_OF_CELL: {
    vi: 'người này không thuộc chi bộ được chia',
    en: 'the person does not belong to the cell that is split',
  },
  NOT_ACROSS: {
    vi: 'bàn giao phải đưa đơn vị ra ngoài hệ thống hoặc tiếp nhận từ ngoài vào',
    en: 'a handing over must lead out of the system or into it',
  },
  NOT_A_DRAFT: {
    vi: 'phương án sắp xếp này đã được thực hiện, không sửa được nữa',
    en: 'the reorganization was applied and is no draft any more',
  },

  IDENTITY_FORM: {
    vi: 'phải có đúng 12 chữ số, giữ cả số 0 ở đầu',
    en: 'must have 12 digits, leading zeros kept',
  },
  IDENTITY_TAKEN: {
    vi: 'đã có người mang số định danh này',
    en: 'a person with this identity number is on record already',
  },

  NOT_A_YEAR: { vi: 'năm nằm ngoài phạm vi của hệ thống', en: 'not a year of this system' },
  YEARS_REVERSED: { vi: 'trước năm bắt đầu', en: 'lies before yearFrom' },
  ONE_YEAR_ONLY: { vi: 'loại chỉ tiêu này chỉ cho một năm', en: 'a target of this kind is for one year' },
  ONLY_RANGE: { vi: 'chỉ chỉ tiêu dạng khoảng mới có mức trên', en: 'only a range has an upper bound' },
  BELOW_MINIMUM: { vi: 'không được nhỏ hơn mức dưới', en: 'must not lie below amountMin' },
  TARGET_EXISTS: {
    vi: 'trong khoảng năm này đơn vị đã có chỉ tiêu cùng loại',
    en: 'the unit has a target of this kind for one of these years',
  },

  NEEDS_RATE: { vi: 'loại chỉ tiêu này cần có tỷ lệ', en: 'a target of this kind needs a rate' },
  NO_RATE: { vi: 'chỉ tiêu này không ghi tỷ lệ ở đây', en: 'this target has no such rate' },
  RATE_BOUNDS: {
    vi: 'tỷ lệ phải từ 0 đến 100 %, nhiều nhất hai chữ số thập phân',
    en: 'a rate must be 0 to 100 %, with two decimals at most',
  },
  SHARE_HAS_NO_PERSONS: {
    vi: 'chỉ tiêu là tỷ lệ thì không ghi số người',
    en: 'a target that is a share has no number of persons',
  },
  TARGET_INDICATOR: {
    vi: 'loại chỉ tiêu này không đặt được cho số liệu đó',
    en: 'a target of this kind cannot be set for that figure',
  },
  NEEDS_CONDITION: {
    vi: 'cần nêu yêu cầu và cấp của các đơn vị được tính',
    en: 'name what units are to fulfil, and their tier',
  },
  ONLY_COVERAGE: {
    vi: 'chỉ chỉ tiêu đơn vị đạt yêu cầu mới có nội dung này',
    en: 'belongs to a target for a share of units',
  },
  CONDITION_LESS: {
    vi: 'yêu cầu này càng ít đơn vị càng tốt nên không đặt làm chỉ tiêu được',
    en: 'the fewer units the better: this cannot be a target',
  },
  KIND_OR_GROUP: {
    vi: 'chọn loại chi bộ hoặc nhóm, không chọn cả hai',
    en: 'choose a type of cell or a group, not both',
  },
  TARGET_LOCKED: {
    vi: 'chỉ tiêu năm {year} đã khóa; phải mở khóa và nêu lý do thì mới sửa được',
    en: 'targets of {year} are locked: unlock them, with a reason, to change them',
  },
  LOCKED_ALREADY: { vi: 'chỉ tiêu năm {year} đã khóa rồi', en: 'targets of {year} are locked already' },
  NOT_LOCKED: {
    vi: 'chỉ tiêu năm {year} không khóa ở đơn vị này',
    en: 'targets of {year} are not locked here',
  },
  NEEDS_REASON: { vi: 'cần nêu lý do', en: 'a reason is needed' },

  YEAR_ENDED: {
    vi: 'năm {year} đã kết thúc: chỉ ghi bù được, và phải nêu lý do',
    en: '{year} has ended: record it as backfilled, with a reason',
  },
  NOT_A_CHILD: {
    vi: 'vào ngày {day} đơn vị này không trực thuộc thẳng đơn vị đang giao chỉ tiêu',
    en: 'on {day} the unit does not stand directly below the one that assigns',
  },
  ROW_TWICE: { vi: 'đơn vị này có hai dòng', en: 'the unit has two rows' },
  NO_ROWS: { vi: 'chưa có dòng nào để lưu', en: 'there is no row to save' },
  SPAN_OF_KIND: {
    vi: 'loại chỉ tiêu này không giao được trên bảng',
    en: 'a target of this kind cannot be set in the worksheet',
  },
  NEEDS_DOCUMENT: {
    vi: 'ban hành cần có số, ngày và người ký văn bản',
    en: 'issuing needs the number, the day and the signatory of the document',
  },
  PLAN_ISSUED: { vi: 'phương án này đã ban hành', en: 'this plan has been issued' },
  PLAN_NAME_TAKEN: { vi: 'đã có phương án mang tên này', en: 'a plan of this name exists' },
  PLAN_EMPTY: { vi: 'phương án chưa có số nào', en: 'the plan has no number yet' },
  TOO_MANY_PLANS: {
    vi: 'mỗi năm nhiều nhất {limit} phương án',
    en: 'at most {limit} plans for a year',
  },

  NO_SUCH_INDICATOR: {
    vi: 'không có số liệu nào mang tên này, hoặc đó không phải là số người hay tỷ lệ',
    en: 'not the name of a number of persons or of a percentage',
  },
  NEEDS_FROM: {
    vi: 'số liệu của một kỳ cần có ngày bắt đầu',
    en: 'a figure of a period needs its first day',
  },
  HAS_NO_FROM: {
    vi: 'số liệu tại một ngày không có ngày bắt đầu',
    en: 'a figure of one day has no first day',
  },
  BEFORE_FROM: { vi: 'trước ngày bắt đầu', en: 'lies before from' },
  NEEDS_COUNT: { vi: 'cần ghi số người', en: 'a number of persons needs a count' },
  NOT_A_PERCENTAGE: {
    vi: 'chỉ ghi cho số liệu là tỷ lệ',
    en: 'belongs to a figure that is a percentage',
  },
  BAD_PERCENTAGE: {
    vi: 'cần ghi tỷ lệ đúng như đã in, chẳng hạn 146,6',
    en: 'must be the digits as printed, such as 146,6',
  },
  DECLARED_EXISTS: {
    vi: 'văn bản này đã công bố số liệu đó',
    en: 'the same document states this figure already',
  },
  DECLARED_CORRECTED: {
    vi: 'số liệu công bố này đã được đính chính',
    en: 'the declared figure is corrected already',
  },

  TEMPLATE_CODE: {
    vi: 'chỉ gồm chữ in hoa không dấu, chữ số và dấu gạch dưới, không quá 40 ký tự',
    en: 'must be 1 to 40 capital letters, digits or underscores',
  },
  TEMPLATE_FORM: { vi: 'mẫu văn bản viết không đúng dạng', en: 'the parts are not written as they must be' },
  NO_FIGURES: { vi: 'mẫu văn bản phải có ít nhất một số liệu', en: 'must name at least one figure' },
  UNKNOWN_FIGURE: { vi: 'không có số liệu {figure}', en: 'unknown figure {figure}' },
  NOTATION_OPEN: { vi: 'còn thiếu dấu {sign}', en: '{sign} is missing' },
  NOTATION_STRAY: {
    vi: 'dấu {sign} không có dấu mở; muốn viết đúng dấu này thì thêm dấu \\ ở trước',
    en: '{sign} closes nothing; to write the sign itself put \\ before it',
  },
  NOTATION_EMPTY: { vi: 'trong ngoặc chưa có gì', en: 'there is nothing in the brackets' },
  NOTATION_ONLY_WORDS: {
    vi: 'trước và sau danh sách chỉ viết chữ, không viết số liệu',
    en: 'before and after a list only words can stand, no figures',
  },
  NOTATION_ROUNDING: {
    vi: 'cách làm tròn “{text}” không đúng; viết “cắt 1” hoặc “làm tròn 2”',
    en: 'unknown rounding “{text}”; write “cắt 1” or “làm tròn 2”',
  },
  TEMPLATE_EXISTS: {
    vi: 'trong thời gian này đơn vị đã có mẫu văn bản cùng mã',
    en: 'the unit has a template of this code on one of these days',
  },

  NOT_CANDIDATE: {
    vi: 'vào ngày đó người này không có trong danh sách nguồn',
    en: 'the person is not a candidate on that day',
  },
  CANDIDATE_ALREADY: {
    vi: 'người này đang có trong danh sách nguồn',
    en: 'the person is a candidate already',
  },
  CANDIDATE_ELSEWHERE: {
    vi: 'vào ngày đó người này là nguồn của chi bộ khác: cần bàn giao trước',
    en: 'the person is a candidate of another cell on that day: a hand-over comes first',
  },
  STILL_CANDIDATE: {
    vi: 'người này còn trong danh sách nguồn: cần đưa ra khỏi danh sách trước',
    en: 'the person is still a candidate and must be struck from the list first',
  },
  LISTED_ALREADY: {
    vi: 'người này đã có trong danh sách cảm tình Đảng',
    en: 'the person is on the list of sympathisers already',
  },
  NOT_LISTED: {
    vi: 'chi bộ chưa đưa người này vào danh sách cảm tình Đảng',
    en: 'the cell has not put the person on the list of sympathisers',
  },
  IN_CLASS_ALREADY: {
    vi: 'người này đang học lớp nhận thức về Đảng',
    en: 'the person is in a course already',
  },
  NOT_IN_CLASS: {
    vi: 'vào ngày đó người này không học lớp nhận thức nào',
    en: 'the person is in no course on that day',
  },
  NO_STRIKE_REASON: {
    vi: 'cần nêu lý do đưa ra khỏi danh sách nguồn',
    en: 'a reason of the list is needed',
  },
  STILL_HAS_CANDIDATES: {
    vi: 'đến ngày đó đơn vị vẫn còn {candidates} người trong danh sách nguồn',
    en: 'the unit still has {candidates} candidates on that day',
  },

  REFUSED_FOR: { vi: '{name}: {why}', en: '{name}: {why}' },
  SAME_PERSON_PERHAPS: {
    vi: 'đã có {count} người cùng họ tên và ngày sinh; hãy chọn người đã có, hoặc xác nhận đây là người khác',
    en: '{count} with the same name and birth date are on record; choose the person, or confirm that this is somebody else',
  },
  MENTOR_NOT_OFFICIAL: {
    vi: '{name} không phải là đảng viên chính thức vào ngày đó, nên chưa thể được phân công giúp đỡ',
    en: '{name} is no official member on that day and cannot be charged to help',
  },
  MENTOR_ALREADY: {
    vi: 'đảng viên này đang được phân công giúp đỡ rồi',
    en: 'the member is charged to help already',
  },
  TOO_MANY_MENTORS: {
    vi: 'mỗi quần chúng có không quá {limit} người giúp đỡ cùng lúc',
    en: 'nobody has more than {limit} mentors at a time',
  },
  NEEDS_MENTOR: { vi: 'cần chọn ít nhất một đảng viên', en: 'name at least one member' },
  MENTOR_ENDED: { vi: 'việc phân công này đã kết thúc', en: 'the mentor has ended already' },
  NOT_MENTOR_THEN: {
    vi: 'vào ngày đó đảng viên này không được phân công giúp đỡ',
    en: 'the member is not charged to help on that day',
  },
  OFFERED_ALREADY: {
    vi: 'người này đang chờ nơi khác tiếp nhận',
    en: 'the person waits for the answer of another unit already',
  },
  NOT_OFFERED_THERE: {
    vi: 'chi bộ này không thuộc đơn vị được đề nghị tiếp nhận',
    en: 'the cell does not belong to the unit to which the person was offered',
  },
  HANDOVER_SETTLED: {
    vi: 'việc bàn giao này đã xong',
    en: 'the hand-over is settled already',
  },
  NO_SOURCE_STATED: {
    vi: 'đơn vị đã có bản báo không có nguồn trong thời gian này',
    en: 'the unit has stated so for some of these days',
  },
  HAS_CANDIDATES: {
    vi: 'vào ngày đó đơn vị đang có {candidates} người trong danh sách nguồn',
    en: 'the unit has {candidates} candidates on that day',
  },
  NOT_HOLDING_THEN: {
    vi: 'vào ngày đó bản báo này không có hiệu lực',
    en: 'the statement does not hold on that day',
  },
  REQUIREMENT_UNMET: {
    vi: 'chưa đáp ứng yêu cầu riêng của đơn vị: {title}',
    en: 'a requirement of the unit is not met: {title}',
  },
  ONE_PERSON: {
    vi: 'cần chọn người đã có hoặc ghi người mới',
    en: 'name somebody on record, or somebody new',
  },
  TOO_MANY: { vi: 'mỗi lần không quá {limit} người', en: 'at most {limit} persons at a time' },

  ONE_TO: { vi: 'phải từ 1 đến {limit}', en: 'must be 1 to {limit}' },
  PLACES_TAKEN: { vi: 'lớp đã có {taken} người đăng ký', en: '{taken} are registered already' },
  NO_PLACES: { vi: 'lớp chỉ còn {free} chỗ', en: 'only {free} places are free' },
  REGISTERED_ALREADY: { vi: 'đã đăng ký lớp này', en: 'is registered in the course already' },
  NOT_REGISTERED: { vi: 'chưa đăng ký lớp này', en: 'is not registered in the course' },
  COURSE_OVER: { vi: 'lớp đã kết thúc ngày {day}', en: 'the course ended on {day}' },
  COURSE_NOT_BEGUN: { vi: 'lớp khai giảng ngày {day}', en: 'the course begins on {day}' },
  RESULT_ALREADY: { vi: 'đã ghi kết quả lớp này', en: 'has a result already' },
  NO_RESULT: { vi: 'chưa ghi kết quả nào', en: 'there is no result' },
  TOO_FEW_SESSIONS: {
    vi: 'dự {attended} buổi, phải dự ít nhất {needed} buổi mới được cấp giấy chứng nhận',
    en: 'attended {attended} sessions; the certificate needs {needed}',
  },
  NEEDS_CERTIFICATE_NUMBER: {
    vi: 'cần ghi số giấy chứng nhận',
    en: 'a pass needs the number of the certificate',
  },
  CERTIFICATE_NUMBER_TAKEN: {
    vi: 'số giấy chứng nhận {number} đã cấp cho người khác',
    en: 'the number {number} is on another certificate',
  },

  NOT_CERTIFIED: {
    vi: 'chưa có giấy chứng nhận lớp nhận thức về Đảng nên chưa lập hồ sơ được',
    en: 'has no certificate of the awareness course yet, so no dossier can be opened',
  },
  DOSSIER_OPEN_ALREADY: { vi: 'đang có hồ sơ kết nạp rồi', en: 'has an open dossier already' },
  DOSSIER_IN_HAND: {
    vi: 'đang có hồ sơ kết nạp; trả lại hồ sơ trước khi cử đi học lại',
    en: 'has an open dossier; return it before enrolling again',
  },
  NO_DOSSIER: { vi: 'không có hồ sơ kết nạp nào đang mở', en: 'has no open dossier' },
  DOSSIER_ENDED: { vi: 'hồ sơ này đã kết thúc', en: 'the dossier has come to its end' },
  STEP_NOT_NOW: {
    vi: 'theo quy trình, hồ sơ chưa đến hoặc đã qua bước này',
    en: 'the procedure does not allow this step of the dossier now',
  },
  STEP_NOT_NOW_OF: {
    vi: 'theo quy trình, bước {step} không thực hiện được khi hồ sơ ở trạng thái {state}',
    en: 'the procedure does not allow {step} while the dossier is {state}',
  },
  STEP_FOLLOWS: {
    vi: 'bước này tự ghi theo việc khác, không ghi riêng',
    en: 'follows from what is recorded elsewhere and is no step of its own',
  },
  STEP_NOT_LAST: {
    vi: 'chỉ đính chính được bước cuối cùng; hãy đính chính các bước sau trước',
    en: 'only the last step can be taken back; take back the later ones first',
  },
  DAYS_OUT_OF_ORDER: {
    vi: 'ngày sớm hơn bước trước (ngày {day}); các bước phải theo thứ tự thời gian',
    en: 'lies before the step before it, of {day}; steps follow in order of days',
  },
  CEREMONY_BEFORE_DECISION: {
    vi: 'lễ kết nạp không thể trước ngày quyết định ({day})',
    en: 'the ceremony cannot lie before the decision of {day}',
  },
  TOO_YOUNG: {
    vi: 'chưa đủ {limit} tuổi (tính theo tháng) khi chi bộ xem xét',
    en: 'is not {limit} years old by month when the cell considers it',
  },
  SCHOOLING_UNKNOWN: { vi: 'chưa ghi trình độ học vấn', en: 'the schooling is not on record' },
  NO_CERTIFICATE: {
    vi: 'chưa có giấy chứng nhận lớp nhận thức về Đảng',
    en: 'there is no certificate of the awareness course',
  },
  CERTIFICATE_EXPIRED: {
    vi: 'giấy chứng nhận ngày {completed} hết giá trị từ {expires}; phải học lại trước khi chi bộ xét',
    en: 'the certificate of {completed} is void from {expires}; the course must be repeated before the vote',
  },
  RECOMMENDER_NOT_OFFICIAL: {
    vi: '{name} không phải đảng viên chính thức vào ngày đó; cần người khác giới thiệu',
    en: '{name} is no official member on that day; another has to introduce',
  },
  RECOMMENDER_TOO_SHORT: {
    vi: '{name} cùng công tác chưa đủ {limit} tháng, đủ từ ngày {day}',
    en: '{name} has not been together with the applicant for {limit} months; from {day}',
  },
  TOO_FEW_RECOMMENDERS: {
    vi: 'cần {limit} đảng viên chính thức giới thiệu, hoặc một đảng viên và tổ chức đoàn thể',
    en: 'needs {limit} official members, or one with a union, to introduce',
  },
  RECOMMENDER_TWICE: { vi: 'có người được ghi hai lần', en: 'names somebody twice' },
  RECOMMENDS_SELF: { vi: 'không thể tự giới thiệu mình', en: 'nobody introduces himself' },
  RECOMMENDER_NO_MEMBER: {
    vi: 'có người giới thiệu không phải đảng viên',
    en: 'somebody who is no member cannot introduce',
  },
  READMITTED_TOO_SOON: {
    vi: 'chưa đủ {limit} tháng để xét kết nạp lại; sớm nhất từ ngày {day}',
    en: 'readmission needs {limit} months; from {day} at the earliest',
  },
  READMITTED_BEFORE: {
    vi: 'đã được kết nạp lại; chỉ được kết nạp lại {limit} lần',
    en: 'was readmitted before; at most {limit} time',
  },
  RESIGNED_BEFORE: {
    vi: 'đã xin ra khỏi Đảng; chỉ xét nếu vì hoàn cảnh gia đình đặc biệt khó khăn',
    en: 'asked to leave the Party; considered only for very hard family circumstances',
  },
  APPROVAL_OVER_AGE: {
    vi: 'trên tuổi quy định: cần văn bản đồng ý của ban thường vụ tỉnh ủy trước khi quyết định',
    en: 'is over age: needs the written consent of the provincial standing committee before the decision',
  },
  APPROVAL_SCHOOLING: {
    vi: 'học vấn thấp hơn quy định: cần văn bản đồng ý trước khi quyết định',
    en: 'has less schooling than the rule asks: needs a written consent before the decision',
  },
  APPROVAL_READMISSION: {
    vi: 'kết nạp lại: cần văn bản đồng ý của ban thường vụ tỉnh ủy trước khi quyết định',
    en: 'is to be readmitted: needs the written consent of the provincial standing committee before the decision',
  },
  APPROVAL_RELIGION: {
    vi: 'người có đạo: cần ý kiến đồng ý theo quy định riêng trước khi quyết định',
    en: 'follows a religion: needs the approval of its own rules before the decision',
  },
  APPROVAL_BUSINESS_OWNER: {
    vi: 'chủ doanh nghiệp tư nhân: cần ý kiến đồng ý theo hướng dẫn riêng trước khi quyết định',
    en: 'owns a business: needs the approval of its own guidance before the decision',
  },
  APPROVAL_FOREIGN_MARRIAGE: {
    vi: 'có vợ hoặc chồng là người nước ngoài: cần ý kiến đồng ý trước khi quyết định',
    en: 'is married to a foreigner: needs an approval before the decision',
  },
  PAPER_MISSING: { vi: 'thiếu {form}', en: '{form} is missing' },
  PAPER_EXPIRED: {
    vi: '{form} hết giá trị từ ngày {day}, phải làm lại hoặc bổ sung',
    en: '{form} is void from {day} and must be renewed',
  },
  BACKGROUND_BEFORE_APPLICATION: {
    vi: 'lý lịch phải khai sau đơn xin vào Đảng',
    en: 'the background has to come after the application',
  },
  NEEDS_LETTERS: { vi: 'cần ghi nơi được hỏi thẩm tra', en: 'name at least one committee that is asked' },
  LETTERS_OPEN: { vi: 'còn {count} nơi chưa trả lời thẩm tra', en: '{count} letters are not answered yet' },
  LETTER_ANSWERED: { vi: 'nơi này đã trả lời', en: 'the letter is answered already' },
  BACKGROUND_UNCLEAR: {
    vi: 'thẩm tra còn vướng: {name}',
    en: 'the verification is not clear: {name}',
  },
  NOT_VERIFIED: {
    vi: 'chưa thẩm tra lý lịch, cũng chưa ghi lý do không phải thẩm tra',
    en: 'the background was not verified, nor is it stated why it need not be',
  },
  NO_MEMBER_COURSE: {
    vi: 'chưa có giấy chứng nhận lớp đảng viên mới',
    en: 'there is no certificate of the course for new members',
  },
  VOTES_NEEDED: { vi: 'cần ghi số phiếu', en: 'the numbers of the vote are needed' },
  VOTES_BASE: {
    vi: 'trừ người vắng được miễn thì không còn ai biểu quyết',
    en: 'nobody is left whom the vote could be measured against',
  },
  VOTES_PRESENT: {
    vi: 'số có mặt nhiều hơn số đảng viên chính thức được triệu tập',
    en: 'more are present than official members could be',
  },
  VOTES_SUM: {
    vi: 'số tán thành và không tán thành nhiều hơn số có mặt',
    en: 'more have voted than were present',
  },
  VOTES_SPENT: {
    vi: 'đã biểu quyết {limit} lần không đủ phiếu; phải báo cáo cấp trên',
    en: 'the vote has failed {limit} times; it goes up to the superior',
  },
  CELL_TOO_SMALL: {
    vi: 'chi bộ có {members} đảng viên chính thức, phải có ít nhất {limit}; cấp trên cần bổ sung hoặc ghép chi bộ',
    en: 'the cell has {members} official members and needs {limit}; the superior has to add some or merge it',
  },
  COMMITTEE_SHARE_MISSED: {
    vi: '{agreed} cấp ủy viên tán thành, chưa đủ hai phần ba tổng số',
    en: '{agreed} members of the committee agree, which is not enough of all',
  },
  NO_SUCH_LEVEL: {
    vi: 'theo tổ chức ngày đó không có cấp này; {name} quyết định',
    en: 'there is no such level on that day; {name} decides',
  },
  NO_POWER: {
    vi: 'cấp này không có thẩm quyền vào ngày đó; thẩm quyền thuộc {name}',
    en: 'has not the power on that day; {name} has',
  },
  DECIDES_ITSELF: {
    vi: 'đảng ủy cơ sở được ủy quyền tự quyết định, không phải đề nghị',
    en: 'the grassroots committee has the power and decides itself',
  },
  SECTION_FIRST: {
    vi: 'chưa có báo cáo thẩm định của {name}',
    en: '{name} has not appraised it yet',
  },
  GRASSROOTS_FIRST: {
    vi: 'chưa có nghị quyết đề nghị của {name}',
    en: '{name} has not proposed it yet',
  },
  PROBATION_RUNS: {
    vi: 'thời gian dự bị hết ngày {day}; từ ngày đó chi bộ mới xét công nhận',
    en: 'the probation ends on {day}; the cell considers recognition from then on',
  },
  EXTENDED_ALREADY: {
    vi: 'đã kéo dài rồi; chỉ kéo dài một lần, nhiều nhất {limit} ngày làm việc',
    en: 'is extended already; once only, by {limit} working days at most',
  },
  NOTE_NEEDED: { vi: 'cần ghi lý do', en: 'a reason is needed' },
  OUTCOME_NEEDED: { vi: 'cần chọn đồng ý hoặc không đồng ý', en: 'YES or NO is needed' },
  BY_DOSSIER: {
    vi: 'người này đang có hồ sơ kết nạp; hãy ghi bước này trong hồ sơ',
    en: 'has an open dossier; record it as a step of that',
  },
  ONE_DOOR: {
    vi: 'từ ngày {day} đơn vị kết nạp theo hồ sơ; hãy lập hồ sơ và ghi từng bước',
    en: 'from {day} on the unit admits by dossier only; open one and record its steps',
  },
  NOT_GRASSROOTS: {
    vi: 'chỉ ủy quyền cho đảng bộ cơ sở',
    en: 'only a grassroots organization is given the power',
  },
  DELEGATED_ALREADY: {
    vi: 'đơn vị đã được ủy quyền trong thời gian này',
    en: 'the unit has the power for some of these days already',
  },
  DELEGATION_BEGAN: { vi: 'ngày bắt đầu không sửa được', en: 'the day of its beginning stays' },

  SHARE_NEEDS_PER: {
    vi: 'chỉ quy định là tỷ lệ mới có “trên tổng số”, và phải không nhỏ hơn tử số',
    en: 'belongs to a share alone and must not be less than the number itself',
  },
  NO_RULE: {
    vi: 'chưa ghi quy định {rule} cho ngày {day}',
    en: 'no rule {rule} is on record for {day}',
  },
  NO_REQUIREMENT_THERE: {
    vi: 'yêu cầu riêng chỉ đặt cho các bước sau khi phát hiện nguồn',
    en: 'nothing can be required before somebody is identified',
  },
  DAY_OF_ANOTHER_YEAR: { vi: 'có ngày không thuộc năm {year}', en: 'a day does not lie in {year}' },
  DAY_TWICE: { vi: 'ngày {day} ghi hai lần', en: '{day} is named twice' },
  WORKED_ANYWAY: {
    vi: 'ngày {day} vốn là ngày làm việc',
    en: '{day} is a working day anyway',
  },
  NO_WORK_YEAR: {
    vi: 'chưa có lịch nghỉ năm {year}, không tính được thời hạn theo ngày làm việc',
    en: 'the calendar of {year} is not on record, so no deadline in working days can be computed',
  },
  QUERY_UNKNOWN_INDICATOR: {
    vi: 'không có số liệu nào mang mã “{id}”',
    en: 'there is no figure “{id}”',
  },
  QUERY_TOO_MANY: { vi: 'nhiều nhất là {limit}', en: 'at most {limit}' },
  QUERY_TOO_DEEP: {
    vi: 'các nhóm điều kiện lồng nhau quá {limit} lớp',
    en: 'groups of conditions go deeper than {limit}',
  },
  QUERY_ONE_OF: {
    vi: 'mỗi điều kiện phải là đúng một việc: nhóm, so sánh, tên hoặc tình trạng',
    en: 'a condition is exactly one thing: a group, a comparison, a name or a fact',
  },
  QUERY_EMPTY_GROUP: { vi: 'nhóm này còn trống', en: 'the group is empty' },
  QUERY_ENDS_BEFORE: { vi: 'ngày cuối trước ngày đầu kỳ', en: 'ends before it begins' },
  QUERY_WHOLE_PERIOD: {
    vi: 'cần cả ngày đầu và ngày cuối kỳ',
    en: 'needs both the first and the last day of the period',
  },
  QUERY_NEEDS_NUMBER: { vi: 'cần ghi một số', en: 'needs a number' },
  QUERY_NUMBER_BOUNDS: { vi: 'số không được quá {limit}', en: 'a number is at most {limit}' },
  QUERY_BETWEEN_NUMBERS: {
    vi: '“trong khoảng” chỉ dùng với hai số',
    en: '“between” takes two numbers',
  },
  QUERY_BETWEEN_TURNED: {
    vi: 'số sau nhỏ hơn số trước',
    en: 'the second number is less than the first',
  },
  QUERY_NEEDS_INDICATOR: { vi: 'cần chọn một số liệu', en: 'choose a figure' },
  QUERY_WITH_ITSELF: {
    vi: 'đang so số liệu này với chính nó',
    en: 'compares the figure with itself',
  },
  QUERY_YEARS: { vi: 'số năm liền phải từ 1 đến {limit}', en: 'years running must be 1 to {limit}' },
  QUERY_IMPOSSIBLE: {
    vi: 'không đơn vị nào có thể đáp ứng điều kiện này',
    en: 'no unit can ever fulfil this',
  },
  QUERY_NOT_YET_KNOWN: {
    vi: 'ngày nhập liệu này chưa tới',
    en: 'the day by which things were known lies in the future',
  },
  QUERY_KNOWN_NEEDS_NOTHING_ELSE: {
    vi: 'số liệu “như đã biết đến ngày” không kèm được chỉ tiêu, số đầu nhiệm kỳ và “số năm chưa kết nạp”',
    en: 'figures as known on a day go without targets, term bases and years since the last admission',
  },
  QUERY_TOO_HEAVY: {
    vi: 'câu hỏi này quá nặng: ước tính {cost}, mức cho phép {limit}; {lighter}',
    en: 'too heavy: estimated {cost}, allowed {limit}; {lighter}',
  },
  LIGHTER_TIERS: {
    vi: 'hãy chọn một cấp thay vì mọi cấp',
    en: 'ask about one tier instead of all',
  },
  LIGHTER_SCOPE: { vi: 'hãy chọn phạm vi hẹp hơn', en: 'ask about a smaller scope' },
  LIGHTER_YEARS: {
    vi: 'hãy bớt số năm liền hoặc rút ngắn kỳ',
    en: 'ask about fewer years running or a shorter period',
  },
  QUERY_CANCELLED: { vi: 'câu hỏi đã được dừng', en: 'the query was cancelled' },

  ROUND_CLOSED: {
    vi: 'đợt kiểm tra, giám sát này đã kết thúc',
    en: 'the round is closed',
  },
  ROUND_SUBJECTS_OPEN: {
    vi: 'còn {count} đối tượng chưa kết luận; hãy kết luận hoặc ghi không tiến hành trước khi kết thúc đợt',
    en: '{count} subjects are not concluded; conclude or drop them before the round is closed',
  },
  ROUND_BODY_NOT_HERE: {
    vi: 'chi bộ không có ủy ban kiểm tra',
    en: 'a cell has no Inspection Commission',
  },
  LOOKS_BEFORE_ROUND: {
    vi: 'ngày cho đơn vị xem ai đã mở hồ sơ không thể trước ngày bắt đầu đợt',
    en: 'the unit cannot be shown who looked before the round begins',
  },
  NO_INSPECTOR: {
    vi: 'không có tài khoản {name} được giao việc kiểm tra',
    en: 'no account {name} may inspect',
  },
  NOT_BELOW_INSPECTING: {
    vi: 'chỉ kiểm tra, giám sát được đơn vị tiến hành và đơn vị, đảng viên thuộc đơn vị đó',
    en: 'only the inspecting unit, and units and persons below it, can be inspected',
  },
  SUBJECT_TWICE: { vi: 'đối tượng này đã có trong đợt', en: 'it is a subject of the round already' },
  SUBJECTS_TOO_MANY: {
    vi: 'một đợt có nhiều nhất {limit} đối tượng',
    en: 'a round has at most {limit} subjects',
  },
  SUBJECTS_NONE: { vi: 'hãy chọn ít nhất một đối tượng', en: 'choose at least one subject' },
  SUBJECT_NEEDS_RESULT: {
    vi: 'kết luận cần có kết quả; chưa kết luận thì không ghi kết quả',
    en: 'a conclusion needs a result, and nothing else has one',
  },
  SUBJECT_NEEDS_WORDS: {
    vi: 'hãy ghi lý do không tiến hành',
    en: 'say why the subject is dropped',
  },
  SUPERVISION_FINDS_SIGNS: {
    vi: 'giám sát chỉ nêu dấu hiệu vi phạm; kết luận vi phạm phải qua kiểm tra khi có dấu hiệu vi phạm',
    en: 'supervision names signs of a violation; only an inspection concludes on a violation',
  },
  OUTSIDE_ROUND_DAYS: {
    vi: 'ngày này nằm ngoài thời gian của đợt',
    en: 'lies outside the days of the round',
  },
  NOT_IN_ROUND: {
    vi: 'người hoặc đơn vị này không thuộc đối tượng của đợt',
    en: 'the round has neither this nor a unit above it for a subject',
  },
  FINDING_ABOUT_ONE: {
    vi: 'phát hiện phải về đúng một đối tượng: đơn vị, người, hồ sơ, chỉ tiêu hoặc văn bản',
    en: 'a finding is on one thing: a unit, a person, a dossier, a target or a document',
  },
  RESPONSIBLE_NOT_BELOW: {
    vi: 'đơn vị chịu trách nhiệm phải là đơn vị tiến hành kiểm tra hoặc thuộc đơn vị đó',
    en: 'the responsible unit must be the inspecting unit or stand below it',
  },
  DUE_NEEDED: {
    vi: 'hãy ghi hạn trả lời',
    en: 'say by when it is to be answered',
  },
  DUE_BEFORE_MADE: {
    vi: 'hạn trả lời không thể trước ngày ghi',
    en: 'the due date cannot lie before the day of the step',
  },
  PRAISE_NEEDS_NO_ANSWER: {
    vi: 'ưu điểm không cần trả lời, không có hạn và không mở lại',
    en: 'praise needs no answer: it has no due date and is not reopened',
  },
  FINDING_NOT_OPEN: {
    vi: 'phát hiện này không chờ trả lời',
    en: 'the finding awaits no answer',
  },
  RECHECK_NEEDS_ANSWER: {
    vi: 'chỉ phúc tra sau khi đơn vị đã trả lời',
    en: 'a re-check follows an answer of the unit',
  },
  CLOSE_NEEDS_RECHECK: {
    vi: 'chỉ kết thúc sau khi phúc tra thấy đã khắc phục',
    en: 'a finding is closed after a re-check that found it mended',
  },
  REOPEN_NOT_ENDED: {
    vi: 'chỉ mở lại phát hiện đã phúc tra hoặc đã kết thúc',
    en: 'only what was re-checked or closed can be reopened',
  },
  FINDING_ENDED: { vi: 'phát hiện này đã kết thúc', en: 'the finding has ended' },
  QUERY_NAME_TAKEN: {
    vi: 'bạn đã có câu hỏi mang tên này',
    en: 'you have a query of this name already',
  },
  QUERY_OWNER_LEFT: {
    vi: 'tài khoản của người lưu câu hỏi này đã khóa; hãy sao lại thành của mình để dùng',
    en: 'the account that saved it is disabled; duplicate it to go on using it',
  },
  QUERY_NOT_YOURS: {
    vi: 'chỉ người lưu mới sửa, chia sẻ và xóa được câu hỏi này',
    en: 'only who saved it may change, share or delete it',
  },
  SAMPLE_SIZE: {
    vi: 'cỡ mẫu phải từ 1 đến {limit} đơn vị, hoặc trên 0 đến 100 %; chỉ chọn một cách',
    en: 'a sample is 1 to {limit} rows, or more than 0 and at most 100 %; one of the two',
  },
  SIDE_BY_SIDE: {
    vi: 'so sánh từ {least} đến {most}',
    en: 'set {least} to {most} side by side',
  },
  SIDE_TWICE: { vi: 'có đơn vị được chọn hai lần', en: 'a unit is named twice' },
  QUERY_NOT_OF_THESE: {
    vi: 'không có ở những người được hỏi: giai đoạn, danh sách cảm tình là của nguồn; quyết định là của người được kết nạp',
    en: 'not known of these persons: stages and listing are of candidates, decisions of those admitted',
  },
  QUERY_ONE_SUBJECT: {
    vi: 'cần đúng một câu hỏi: về đơn vị hoặc về người',
    en: 'needs one question: about units or about persons',
  },
  QUERY_SHARED_ONCE: {
    vi: 'chọn một đơn vị hoặc toàn hệ thống, không chọn cả hai',
    en: 'share with a unit or everywhere, not both',
  },
  QUERY_SHARED_WHERE: {
    vi: 'chia sẻ theo vai trò cần chọn đơn vị, hoặc toàn hệ thống',
    en: 'sharing with a role needs a unit, or everywhere',
  },
  EVIDENCE_TOO_LARGE: {
    vi: 'kết quả quá {limit} dòng, hãy thu hẹp câu hỏi rồi lưu làm chứng cứ',
    en: 'more than {limit} rows; narrow the question before freezing it',
  },
} as const satisfies Record<string, Label>

export type ReasonKey = keyof typeof REASONS

/** Why something is refused: an entry of REASONS and what it is about; a reason may rest on another. */
export interface Reason {
  key: ReasonKey
  params: Record<string, string | number | Reason>
}

export function reason(key: ReasonKey, params: Reason['params'] = {}): Reason {
  return { key, params }
}

/** The words of a reason; `show` writes what it is about (days as YYYY-MM-DD, tiers as codes) for the reader. */
export function reasonText(
  { key, params }: Reason,
  language: keyof Label,
  show: (value: string | number, name: string) => string = String,
): string {
  return REASONS[key][language].replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = params[name] ?? whole
    return typeof value === 'object' ? reasonText(value, language, show) : show(value, name)
  })
}
