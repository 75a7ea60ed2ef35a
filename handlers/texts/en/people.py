"""Officers and offices, in English."""

SENTENCES: dict[str, str] = {
    # Joining
    "invitation_limited": (
        "Many wrong codes were entered, so codes are not taken for now. "
        "Please try again in an hour; a code that was given stays valid."
    ),
    "invitation_void_linked": (
        "This code is wrong, used or expired. This conversation stays linked to {name} ({offices})."
    ),
    "joined_again": (
        "This conversation is now linked to {name} ({offices}, {place}) as well. "
        "From now on reminders come here."
    ),
    "joined_already": "This conversation is linked to {name} already; the code was not used.",
    "joined_as_other": (
        "This conversation is linked to {name}, so another person's code cannot be used here; "
        "the code was not used."
    ),
    "left_already": (
        "Since {day} this conversation has not been linked to the work of the people's committee "
        "of {place}. You can still ask and send feedback here like everybody; if this is a "
        "mistake, please contact the clerk."
    ),
    # A clerk invites in chat
    "invite_not_allowed": "Only the clerk invites officers; please pass the request on.",
    "invite_review": (
        "Invite {name} to {office}, role: {role}. Send “make code” to make the code, or “cancel”."
    ),
    "invite_nameless": "Please name the official, for example: mời Trần Văn An vào {office}.",
    "invite_near": "There is no office “{office}” yet. Choose one that exists, or add a new one:",
    "invite_unknown": "There is no office “{office}” yet. Check the name, or add a new one:",
    "invite_made": (
        "A code for {name} is made: for single use, valid until {until}. "
        "Please pass the next message on to the person invited."
    ),
    "invite_forward": (
        "The people's committee of {place} invites {name} to do the work of {office} with the "
        "automatic assistant. Send it this code to begin: {code}"
    ),
    "invite_cancelled": "The invitation is dropped, no code was made.",
    "button_make_code": "Make code",
    "button_add_office": "Add office",
    "says_invite": "invite {name} to {office}, as {role}",
    "role_head": "head",
    "role_leader": "leader",
    "role_operator": "operator",
    # Handing on
    "handover_handed_on": (
        "Question {number} needs somebody to go on, since the official who had taken it is no "
        "longer in charge: “{question}”."
    ),
    # Slips to print
    "slip_title": "Officers' codes, people's committee of {place}",
    "slip_note": "Print this page, cut along the dashes, hand each slip over; then delete the file.",
    "slip_how": "Send the code above to the automatic assistant of {place}.",
    "slip_how_link": (
        "Scan the code with the phone's camera and press the button; or send the code above to the "
        "automatic assistant of {place}. It is for single use."
    ),
    "slip_until": "Valid until {until}.",
    # Lists of officers
    "list_head_name": "Full name",
    "list_head_office": "Office",
    "list_head_role": "Role",
    "list_example_name": "Trần Văn An",
    "list_example_office": "Văn phòng HĐND và UBND",
    "list_example_role": "officer",
    "list_bad_row": "  row {row}: {reason}",
    "list_list_no_name": "the name is missing or too long",
    "list_list_no_office": "the office is missing or its name is too long",
    "list_list_no_role": "there is no role “{role}”; write officer, head, clerk or leader",
    "list_list_twice": "this person stands above already, with the same office",
    "list_list_office_unknown": "there is no office “{office}”; for a new one add --new-office",
    "list_list_office_is_group": "“{office}” stands for several offices",
    "list_list_office_has_ended": "the office “{office}” has ended",
    "list_invited": "Made {count} codes, valid for 7 days.",
    "list_invited_line": "{name} ({office}): {code}",
    "list_sheet": "To print: {path}. The file holds everybody's code; delete it once printed.",
    "list_skipped": "Skipped {count} rows:",
    "list_template": "Made the template {path}; its second row is an example to replace.",
    # The command line
    "invited_qr": "QR code: {path}",
    "invited_again": (
        "One more code for {name}: {code}\n"
        "It is sent from the new conversation; it is for single use and valid for 7 days."
    ),
    "person_away": ", away",
    "person_left": ", left on {day}",
    "person_no_channel": "not linked",
    "person_moved": "{name} holds {office} from {day}.",
    "person_role_set": "The role of {name} is now: {role}.",
    "person_gone": "{name} has left; the linked addresses are no official's any more.",
    "person_followed": "{name} takes the offices: {offices}.",
    "person_handed_on": "{count} unanswered questions were handed on to {name}.",
    "person_handed_back": "{count} unanswered questions were handed back to the place's officials.",
    "office_unheld": "Held by nobody: {names}.",
    "person_set_away": "{name} is away from {first} to {last}; substitute: {substitute}.",
    "person_back": "{name} is back from {day}.",
    "person_was_here": "{name} has no absence.",
    "nobody": "nobody",
    "office_line": "{name}{group}{ended}{aliases}: {holders}",
    "office_group_mark": " (group: {members})",
    "office_group_empty": "no office chosen yet",
    "office_ended_mark": " (until {day})",
    "office_followed_mark": " (until {day}, now {successor})",
    "office_aliases_mark": " [also: {names}]",
    "offices_none": "{place} has no office yet.",
    "office_alias_added": "“{alias}” is now a name of {name}, too.",
    "office_renamed": "The name is now {name}; the old one, “{old}”, still works.",
    "office_merged": "“{old}” is now part of {name}; the old name still works.",
    "office_distinct": "Noted: {name} and {other} are two offices.",
    "office_grouped": "{name} stands for: {members}.",
    "office_ended": "{name} ends with {day}.",
    "office_followed": "{name} ends with {day}; open tasks and cases pass to {successor}.",
    "office_people_followed": "Its holders move along: {names}.",
    "similar_none": "No two offices have similar names.",
    "similar_line": "{score:.0%}  {name}  ~  {other}",
    "similar_foot": (
        "One office: motcua office merge “name to drop” “name to keep”. "
        "Two offices: motcua office distinct “one” “other”."
    ),
    "similar_head": "{count} pairs of offices have similar names:",
    "similar_item": "{number}. {name} – {other} ({score:.0%} alike)",
    "similar_chat_foot": (
        "If pair 1 is one office, send “merge 1”; if they are two, send “distinct 1”."
    ),
    "similar_which": (
        "Pair {number}: “{name}” and “{other}”. Merged offices cannot be parted again; the other "
        "name still finds the office. Which name do you keep?"
    ),
    "similar_gone": "This pair is gone; please send “similar offices” to look again.",
    "says_merge": "merge {number}",
    "says_distinct": "distinct {number}",
    "says_keep": "merge {number} keep {kept}",
    "place_ended": "{name} ends with {day}; new business goes to {successor}.",
    "place_ended_officials": "{name} still has {count} officers; please invite them in {successor}.",
    "place_followed": ", until {day}, now {successor}",
    # Errors
    "error_operator_not_invited": (
        "The operator works on the command line and is not invited; please choose another role."
    ),
    "error_office_is_group": "“{name}” stands for several offices; please choose one of them.",
    "error_office_has_ended": "The office “{name}” has ended; please choose another.",
    "error_office_not_held": "{name} does not hold “{office}”.",
    "error_office_name_taken": (
        "This is a name of “{name}”; if they are one, merge them: motcua office merge."
    ),
    "error_office_elsewhere": "“{name}” belongs to another place.",
    "error_office_circle": "“{name}” was itself followed by this office.",
    "error_office_same": "“{name}”: these names are one office already.",
    "error_office_missing": "There is no office “{office}”; see: motcua office list.",
    "error_place_circle": "Not possible: the successor itself has ended and become this place.",
    "error_end_in_future": "{day} has not come yet; please enter it on that day.",
    "error_day_unlikely": "The day must lie between 2000 and 2100.",
    "error_days_reversed": "The last day is before the first.",
    "error_person_unknown": "There is no officer {person}; see: motcua person list.",
    "error_person_same": "{name}: the substitute must be somebody else.",
    "error_person_elsewhere": "{name} belongs to another place.",
    "error_invite_incomplete": (
        "Please give --office and --name; or --person N; or --from-xlsx FILE; or --template FILE."
    ),
    "error_list_no_header": "{name}: no columns “Họ tên” and “Đơn vị/chức danh”.",
    "error_list_too_long": "The list has more than {limit} people; please split it.",
    "error_list_bad_rows": (
        "{count} rows are wrong, nobody was invited. Correct them, or add --skip-bad."
    ),
    "error_list_empty": "{name}: no row can be used.",
    "error_file_not_written": "The file {path} cannot be written.",
}
