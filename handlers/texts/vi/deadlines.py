"""Why a task has no day, and what is done about it."""

SENTENCES = {
    "reason_empty": "Không có hạn cụ thể: kế hoạch không ghi thời gian.",
    "reason_not_understood": "Không có hạn cụ thể: chưa hiểu được thời gian ghi trong kế hoạch.",
    "reason_no_year": "Không có hạn cụ thể: chưa rõ năm thực hiện.",
    "reason_no_month": "Không có hạn cụ thể: kế hoạch chỉ ghi ngày, không ghi tháng.",
    "reason_no_day": "Không có hạn cụ thể: kế hoạch chỉ ghi định kỳ, chưa đủ để tính ngày.",
    "reason_frequent": "Không có hạn cụ thể: việc hằng ngày hoặc hằng tuần.",
    "reason_impossible_date": "Không có hạn cụ thể: ngày ghi trong kế hoạch không có trong lịch.",
    "reason_backwards": "Không có hạn cụ thể: kế hoạch ghi ngày kết thúc trước ngày bắt đầu.",
    "reason_lunar": "Không có hạn cụ thể: kế hoạch ghi theo âm lịch.",
    "reason_rule_elsewhere": "Không có hạn cụ thể: thời hạn theo quy định tại văn bản khác.",
    "reason_continuous": "Không có hạn cụ thể: việc thường xuyên.",
    "reason_open_end": (
        "Không có hạn cụ thể: chỉ ghi thời gian bắt đầu, không ghi thời gian kết thúc."
    ),
    "reason_ends_with_event": (
        "Không có hạn cụ thể: thực hiện đến khi xong việc nêu trong kế hoạch."
    ),
    "reason_on_event": "Không có hạn cụ thể: thực hiện khi có phát sinh.",
    "reason_on_request": "Không có hạn cụ thể: thực hiện khi có yêu cầu.",
    "reason_counted_term": "Không có hạn cụ thể: thời hạn tính từ một ngày chưa xác định.",
    "reason_separate_plan": "Không có hạn cụ thể: thực hiện theo kế hoạch riêng.",
    "treatment_report_line": (
        "Mỗi kỳ báo cáo, 05 ngày làm việc trước khi chốt số liệu, đề nghị đơn vị chủ trì báo kết "
        "quả."
    ),
    "treatment_reporting_rule": (
        "Đề nghị công chức đầu mối chọn quy định về chế độ báo cáo; nếu chưa chọn, mỗi quý hỏi "
        "lại một lần."
    ),
    "treatment_separate_plan": (
        "Nếu kế hoạch riêng đã ban hành, đề nghị công chức đầu mối cho biết số, ngày; nếu chưa, "
        "mỗi quý hỏi lại một lần."
    ),
    "treatment_cases": "Chỉ nhắc khi có hồ sơ, vụ việc.",
    "treatment_ad_hoc": "Khi có yêu cầu sẽ theo dõi như việc đột xuất.",
    "treatment_ask_clerk": "Đề nghị công chức đầu mối bổ sung thời gian.",
    "note_holidays_forecast": (
        "lịch nghỉ lễ năm {year} là dự kiến, chưa có thông báo chính thức; "
        "ngày nhắc việc có thể thay đổi"
    ),
}
