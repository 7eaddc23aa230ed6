// Reads the day out of what a carrier or a caller writes for a date.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace wirecut {

// "2019-05-02", "2019-05-02T10:30:00Z", "20190502T103000Z", "May 2, 2019", "2 May 2019", "Thu, 02 May 2019 10:30:00
// GMT", "2019/05/02"; "29/04/2024", "04/29/2024" and the like with full stops or hyphens, where one figure can be no
// month; "1556791200", "1556791200000", the seconds or milliseconds since 1970. The day is the one written, whatever
// the zone. Absent where it is none of these, or no such day exists.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);

}  // namespace wirecut
