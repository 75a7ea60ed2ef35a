"""When periodic reports are due: what the plan says, the data by law, the office's own day."""

SENTENCES = {
    # How a report and its period are named
    "report_of": "báo cáo {period}",
    "report_periodic": "báo cáo định kỳ",
    "period_each_month": "hằng tháng",
    "period_each_quarter": "hằng quý",
    "period_month": "tháng {month}",
    "period_quarter": "quý {roman}",
    "period_half_1": "6 tháng đầu năm",
    "period_half_2": "6 tháng cuối năm",
    "period_nine_months": "9 tháng",
    "period_year": "năm",
    "period_month_dated": "tháng {month}/{year}",
    "period_quarter_dated": "quý {roman}/{year}",
    "period_half_1_dated": "6 tháng đầu năm {year}",
    "period_half_2_dated": "6 tháng cuối năm {year}",
    "period_nine_months_dated": "9 tháng năm {year}",
    "period_year_dated": "năm {year}",
    "kind_month": "báo cáo tháng",
    "kind_quarter": "báo cáo quý",
    "kind_half": "báo cáo 6 tháng",
    "kind_nine_months": "báo cáo 9 tháng",
    "kind_year": "báo cáo năm",
    # What the plan says
    "report_no_day": "{document} có giao {report} nhưng không ghi ngày gửi{where}.",
    "report_no_day_refers": (
        "{document} có giao {report} nhưng không ghi ngày gửi, chỉ dẫn chiếu {references}{where}."
    ),
    "report_no_day_quoted": (
        "{document} có giao {report} nhưng không ghi ngày gửi, chỉ ghi “{timeframe}”{where}."
    ),
    "report_other": (
        "{document} có giao báo cáo định kỳ nhưng không nêu riêng {report}; thời gian ghi "
        "“{timeframe}”{where}."
    ),
    "report_other_untimed": (
        "{document} có giao báo cáo định kỳ nhưng không nêu riêng {report}{where}."
    ),
    "no_report_found": "Chưa tìm thấy {report} trong kế hoạch hiện có của {place}.",
    # The data
    "data_period": "Số liệu {period} tính từ {first} đến hết {last} ({basis})",
    "data_day_before": "{day} năm trước",
    "data_each_month": (
        "Số liệu mỗi {unit} tính từ ngày {first} tháng trước đến hết ngày {last} của tháng báo cáo "
        "({basis})"
    ),
    "data_each": (
        "Số liệu mỗi {unit} tính từ ngày {first} của tháng liền trước {unit} đến hết ngày {last} "
        "của tháng cuối {unit} ({basis})"
    ),
    "unit_quarter": "quý",
    "unit_month": "tháng",
    "unit_any": "kỳ",
    "law_unverified": "{basis}; theo nguồn tham khảo, chưa đối chiếu nguyên văn",
    # The day
    "sending_unknown": "ngày gửi theo quy định riêng mà cơ quan chưa nhập vào hệ thống.",
    "sending_unknown_alone": "Ngày gửi theo quy định riêng mà cơ quan chưa nhập vào hệ thống.",
    "sending_day": "Hạn gửi: {days}, theo quy định do cơ quan nhập: {basis}.",
    "sending_each": (
        "Hạn gửi {kind}: {rule}, lần tới là {day} cho {period}, theo quy định do cơ quan nhập: "
        "{basis}."
    ),
    "sending_day_off": "{day} (ngày nghỉ; ngày làm việc liền trước là {working})",
    "rule_day": "ngày {day} của tháng cuối kỳ",
    "rule_day_month": "ngày {day} của tháng báo cáo",
    "rule_day_next": "ngày {day} của tháng liền sau kỳ",
    "rule_day_after": "ngày {day} của tháng thứ {months} sau kỳ",
    "rule_last_day": "ngày cuối của tháng cuối kỳ",
    "rule_last_day_month": "ngày cuối của tháng báo cáo",
    "rule_last_day_next": "ngày cuối của tháng liền sau kỳ",
    "rule_last_day_after": "ngày cuối của tháng thứ {months} sau kỳ",
    # The command line
    "rule_added": "Đã ghi quy định {rule} của {place}: {kind} gửi {day}, căn cứ {basis}.",
    "rule_next": "Lần tới, cho {period}: {day}.",
    "rule_ended": "Quy định {rule} trước đó được áp dụng đến hết ngày {last}.",
    "rule_too_soon": (
        "Lưu ý: ngày gửi này chưa cách ngày chốt số liệu đủ {working_days} ngày làm việc ({basis})."
    ),
    "rule_removed": "Đã bỏ quy định {rule} của {place}.",
    "rules_head": "Quy định do cơ quan nhập:",
    "rules_none": "Cơ quan chưa nhập quy định nào về ngày gửi báo cáo.",
    "rule_line": "{rule}. {place} – {kind}: {day}; căn cứ {basis}{validity}",
    "rule_valid_from": "; áp dụng từ {first}",
    "rule_valid_to": "; áp dụng đến hết {last}",
    "rule_valid_between": "; áp dụng từ {first} đến hết {last}",
    "law_head": "Kỳ số liệu theo quy định của pháp luật:",
    "law_period": (
        "- {kind}: từ ngày {first} của tháng liền trước kỳ đến hết ngày {last} của tháng cuối kỳ "
        "({basis}; hiệu lực từ {since}; {known})"
    ),
    "law_gap": (
        "- Thời hạn gửi: ít nhất {working_days} ngày làm việc sau khi chốt số liệu ({basis}; hiệu "
        "lực từ {since}; {known})"
    ),
    "law_known_H": "đã đối chiếu nguyên văn",
    "law_known_M": "theo nguồn tham khảo, chưa đối chiếu nguyên văn",
    # Failures
    "error_rule_period_unknown": "Không có kỳ báo cáo “{name}”; các kỳ nhập được: {known}.",
    "error_rule_day_impossible": (
        "Ngày {day} không có trong tháng: xin ghi từ 1 đến 31 (31 là ngày cuối tháng)."
    ),
    "error_rule_months_impossible": (
        "Số tháng sau kỳ phải từ 0 đến {most}; đã ghi {months}."
    ),
    "error_rule_basis_empty": "Xin ghi văn bản quy định ngày gửi (--basis).",
    "error_rule_basis_long": "Tên văn bản dài quá {most} ký tự: xin ghi gọn số, ngày, cơ quan ban hành.",
    "error_rule_backwards": "Ngày bắt đầu {first} sau ngày kết thúc {last}.",
    "error_rule_overlaps": (
        "Đã có quy định {rule} cho kỳ này trong cùng thời gian: xin bỏ bằng lệnh `motcua rule "
        "remove {rule}`, hoặc ghi --from sau ngày quy định đó bắt đầu."
    ),
    "error_rule_unknown": "Không có quy định {rule}; xem bằng lệnh `motcua rule list`.",
}  # fmt: skip
