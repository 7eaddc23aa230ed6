// The quarter that a story of a company's earnings reports on: what "the quarter", "a year earlier" and "the latest
// period" mean there.
#pragma once

#include <chrono>
#include <optional>

namespace wirecut {

struct Quarter {
  int year = 0;
  int number = 0;  // 1 to 4

  Quarter year_before() const { return {year - 1, number}; }
  int count() const { return 4 * year + number; }
};

class ReportedQuarter {
 public:
  // A quarter was named. The report is on the newest one that has ended: "After a flat second quarter" and "the trend
  // will go on into the fourth quarter" change nothing.
  void tell(Quarter quarter, std::optional<Quarter> current) {
    last_ = quarter;
    if (reported_ && current && quarter.count() >= current->count()) return;
    if (!reported_ || quarter.count() >= reported_->count()) reported_ = quarter;
    months_told_ = false;
  }

  // Several months were named: what follows compares those ("for the nine months ... a year earlier").
  void tell_months() { months_told_ = true; }

  // A quarter of another year was named only to compare with.
  void compare(Quarter quarter) { last_ = quarter; }

  std::optional<Quarter> reported() const { return reported_; }
  std::optional<Quarter> compared() const { return months_told_ ? std::nullopt : reported_; }
  std::optional<Quarter> last() const { return last_; }  // named or compared with

 private:
  std::optional<Quarter> reported_, last_;
  bool months_told_ = false;
};

}  // namespace wirecut
