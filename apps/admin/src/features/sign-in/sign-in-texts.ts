/** Texts of the way in. */
export const SIGN_IN_TEXTS = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: {
    vi: 'Hệ thống theo dõi nguồn và kết nạp đảng viên. Dữ liệu ở đây là thông tin nội bộ; mọi lần xem và sửa đều được ghi lại.',
    en: 'Sources and admissions of Party members. What is here is internal; every look and every change is on record.',
  },
  userName: { vi: 'Tên đăng nhập', en: 'User name' },
  userNameHint: {
    vi: 'Ghi trên phiếu mật khẩu, vd. nguyen.van.an',
    en: 'As on your slip, e.g. nguyen.van.an',
  },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  required: { vi: 'Cần điền mục này', en: 'This is needed' },
  help: {
    vi: 'Quên mật khẩu? Hãy xin phiếu mật khẩu mới từ người quản trị của cấp ủy đã cấp tài khoản cho bạn.',
    en: 'Forgotten it? Ask the administrator who gave you the account for a new slip.',
  },
  failed: { vi: 'Chưa đăng nhập được.', en: 'You are not signed in.' },
  failedHint: {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.',
    en: 'The user name or the password is wrong, or the account is disabled. Check Caps Lock and try again.',
  },
  throttled: {
    vi: 'Đã sai quá nhiều lần. Hãy đợi {n} phút rồi thử lại.',
    en: 'Too many failures. Wait {n} minutes, then try again.',
  },
  throttledUntil: { vi: 'Thử lại được từ {time}.', en: 'You can try again from {time}.' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  codeTitle: { vi: 'Xác thực hai bước', en: 'Second factor' },
  codeLead: {
    vi: 'Mở ứng dụng xác thực trên điện thoại và nhập 6 chữ số đang hiện. Mất điện thoại thì nhập một mã dự phòng.',
    en: 'Type the 6 digits that your authenticator shows now. Without your phone, type a recovery code.',
  },
  codeSubmit: { vi: 'Xác nhận', en: 'Confirm' },
  codeWrong: {
    vi: 'Mã không đúng hoặc đã dùng rồi. Đợi mã mới hiện ra và thử lại.',
    en: 'The code is wrong or was used before. Wait for the next one and try again.',
  },
  back: { vi: 'Quay lại', en: 'Back' },
  newTitle: { vi: 'Đặt mật khẩu của bạn', en: 'Choose your password' },
  newLead: {
    vi: 'Mật khẩu trên phiếu chỉ dùng một lần. Hãy đặt mật khẩu riêng, không ai khác biết, kể cả người quản trị.',
    en: 'The password on the slip works once. Choose one that nobody else knows, not even the administrator.',
  },
  newPassword: { vi: 'Mật khẩu mới', en: 'New password' },
  newHint: {
    vi: 'Ít nhất 8 ký tự. Một câu dễ nhớ là tốt nhất, vd. bốn năm từ không liên quan đến tên bạn.',
    en: 'At least 8 characters. A sentence is best: four or five words that have nothing to do with your name.',
  },
  repeat: { vi: 'Gõ lại mật khẩu mới', en: 'The same again' },
  repeatWrong: { vi: 'Hai lần gõ chưa giống nhau', en: 'The two are not the same' },
  newSubmit: { vi: 'Đặt mật khẩu và vào', en: 'Set it and go on' },
  againTitle: { vi: 'Phiên làm việc đã kết thúc', en: 'Your session has ended' },
  againLead: {
    vi: 'Do lâu không thao tác, hoặc phiên đã được kết thúc ở nơi khác. Đăng nhập lại để làm tiếp; những gì bạn đang gõ vẫn còn nguyên.',
    en: 'It was idle for long, or was ended elsewhere. Sign in again to go on; what you were typing is still there.',
  },
  otherPerson: {
    vi: 'Không phải {name}? Tải lại trang để đăng nhập bằng tài khoản khác; phần đang gõ dở sẽ mất.',
    en: 'Not {name}? Load the page anew to use another account; what is half typed is lost then.',
  },
  reload: { vi: 'Tải lại trang', en: 'Load anew' },
} as const
