// Reads the day out of what a carrier or a caller writes for a date.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace wirecut {

// "2019-05-02", "2019-05-02T10:30:00Z", "20190502T103000Z", "May 2, 2019", "2 May 2019", "Thu, 02 May 2019 10:30:00
// GMT", "2019/05/02". The day is the one written, whatever the zone. Absent where it is none of these, or no such day
// exists.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);

}  // namespace wirecut
