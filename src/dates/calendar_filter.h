// The filter's rules for expressions of the calendar: "May" the month or the person, "1998" the year or a count, "fall"
// the season or the verb, "Feb. 30".
#pragma once

#include "dates/surroundings.h"

namespace wirecut {

// Whether an expression of DateForm::calendar is one.
bool keeps_calendar(const Surroundings& at);

}  // namespace wirecut
