"""Logging in to the desk."""

SENTENCES: dict[str, str] = {
    # A code typed in chat
    "login_code_asked": (
        "Có yêu cầu đăng nhập Bàn làm việc bằng tên Anh/Chị từ {browser}, lúc {at}.\n"
        "Anh/Chị có đang đăng nhập không? Chỉ xác nhận khi chính Anh/Chị vừa mở trang đăng nhập; "
        "nếu mã do người khác gửi đến, xin chọn “Không phải tôi”."
    ),
    "login_code_again": "Mã này đã nhập, đang chờ Anh/Chị xác nhận.",
    "login_code_others": "Mã này do người khác nhập trước nên không dùng được; xin lấy mã mới.",
    "login_code_refused": "Mã này đã bị từ chối; cần đăng nhập, xin lấy mã mới trên trang.",
    "login_code_used": "Mã này đã được dùng; đăng nhập ở máy khác, xin lấy mã mới trên trang.",
    "login_code_expired": "Mã này đã hết hạn; xin lấy mã mới trên trang đăng nhập.",
    "login_code_unknown": "Không có mã này; xin xem lại mã trên trang đăng nhập hoặc lấy mã mới.",
    "login_code_mistyped": "Mã đăng nhập chưa đúng; xin nhập lại đúng như trên trang.",
    "login_code_limited": (
        "Đã có nhiều mã đăng nhập không đúng nên việc nhập mã tạm dừng; xin thử lại sau 1 giờ."
    ),
    "login_code_citizen": (
        "Mã đăng nhập chỉ dùng cho cán bộ đã liên kết cuộc trò chuyện với đơn vị; "
        "cán bộ chưa liên kết xin đề nghị công chức đầu mối cấp mã liên kết."
    ),
    "button_login_agree": "Đúng là tôi",
    "says_login_agree": "đúng là tôi {number}",
    "button_login_refuse": "Không phải tôi",
    "says_login_refuse": "không phải tôi {number}",
    "login_agreed": (
        "Đã xác nhận, trang trên {browser} sẽ tự vào Bàn làm việc. "
        "Nếu trang không tự vào, xin bấm “Tôi đã xác nhận” trên trang. "
        "Mỗi phiên dùng được 12 giờ; dùng máy chung, xin đăng xuất khi rời máy."
    ),
    "login_refused": (
        "Đã từ chối, {browser} không vào được. Nếu có người gửi mã cho Anh/Chị, "
        "xin báo công chức đầu mối và không nhập mã của người khác."
    ),
    "login_nothing_to_decide": (
        "Yêu cầu đăng nhập này không còn chờ xác nhận; cần đăng nhập, xin lấy mã mới trên trang."
    ),
    # A link asked for in chat
    "login_link": (
        "Liên kết vào Bàn làm việc của Anh/Chị, dùng một lần, có hiệu lực đến {until}: {url}\n"
        "Xin không chuyển liên kết này cho người khác."
    ),
    "login_how": (
        "Xin mở {url} trên máy tính của cơ quan. Trang đó hiện một mã; "
        "Anh/Chị nhắn mã vào đây rồi xác nhận để vào Bàn làm việc."
    ),
    "login_links_limited": "Anh/Chị đã lấy nhiều liên kết trong giờ này; xin thử lại sau 1 giờ.",
    # Pages and command line
    "error_login_limited": "Có quá nhiều lượt mở trang đăng nhập từ mạng này; xin thử lại sau.",
    "error_session_unknown": "Phiên làm việc này không còn; có thể đã hết hạn hoặc đã đăng xuất.",
    "error_session_not_named": "Xin ghi số của phiên cần đóng, hoặc --all để đóng tất cả.",
    "desk_link_person": (
        "Liên kết vào Bàn làm việc của {name} (dùng một lần, hiệu lực đến {until}): {url}"
    ),
    "desk_link_operator": (
        "Liên kết vào Bàn làm việc của người quản trị (dùng một lần, hiệu lực đến {until}): {url}"
    ),
    "desk_sessions_none": "Không có phiên làm việc nào đang mở.",
    "desk_session_line": "{which}  {name}  {browser}  từ {since} đến {until}",
    "desk_browser_unknown": "trình duyệt không rõ",
    "desk_sessions_closed": "Đã đóng {count} phiên làm việc.",
    "run_other_link": "Từ máy khác, liên kết quản trị đó là: {url}",
}
