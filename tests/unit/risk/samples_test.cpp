// Statements of real athletes, where PLIMSOLL_SAMPLES names the folder that holds their logs;
// skipped without it. Nothing is compared with earlier output: what is checked holds of every
// statement. SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "risk/statement.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace plimsoll;
using namespace plimsoll::risk;

namespace {

// Which promises a statement breaks. No CHECK a day: there are a hundred thousand of them.
class Broken {
public:
    void unless(bool holds, const char* promise) {
        if (!holds && promises_.find(promise) == std::string::npos) {
            promises_ += promises_.empty() ? promise : std::string("; ") + promise;
        }
    }

    const std::string& promises() const { return promises_; }

private:
    std::string promises_;
};

bool finite_or_absent(const std::optional<double>& value) {
    return !value || std::isfinite(*value);
}

bool rolling_is_sound(const Ratio& ratio) {
    return ratio.value.has_value() == (ratio.status == RatioStatus::ok) &&
           finite_or_absent(ratio.value) && ratio.value.value_or(0.0) >= 0.0;
}

void look_at_day(const DayRatios& day, Broken& broken) {
    broken.unless(rolling_is_sound(day.coupled), "a coupled ratio has a value where it is ok");
    broken.unless(rolling_is_sound(day.uncoupled), "an uncoupled one has a value where it is ok");
    broken.unless(day.coupled.value.value_or(0.0) <= 4.0 + 1e-12, "coupled is at most 4");
    if (day.uncoupled.value) {
        const double u = *day.uncoupled.value;
        broken.unless(day.coupled.value &&
                          std::fabs(*day.coupled.value - 4.0 * u / (u + 3.0)) <= 1e-9,
                      "C = 4U/(U+3)");
    }
    const EwmaRatio& ewma = day.ewma;
    broken.unless(finite_or_absent(ewma.ratio.value), "an EWMA ratio is finite");
    if (ewma.ratio.status == RatioStatus::ok) {
        broken.unless(ewma.ratio.value && ewma.seed_weight < provisional_seed_weight,
                      "an EWMA ratio is ok when its seed is light");
    }
    broken.unless(ewma.ratio.status != RatioStatus::no_base || !ewma.ratio.value,
                  "without a base there is no EWMA ratio");
}

void look_at_total(const Total& total, Broken& broken) {
    broken.unless(std::isfinite(total.hazard_ratio) && total.ci.low <= total.hazard_ratio &&
                      total.ci.high >= total.hazard_ratio,
                  "a total lies in its interval");
    broken.unless(total.ci_worst_case.low <= total.ci.low + 1e-12 &&
                      total.ci_worst_case.high >= total.ci.high - 1e-12,
                  "the worst case holds the interval");
}

std::string broken_in(const Statement& s) {
    Broken broken;
    if (!s.load) {
        broken.unless(s.days.empty(), "without history there is no day");
        return broken.promises();
    }
    broken.unless(s.days.size() == s.load->series.size(), "every day has its ratios");
    broken.unless(s.load->series.last_day() == s.as_of, "the series ends on the day");
    for (const DayRatios& day : s.days) {
        look_at_day(day, broken);
    }
    broken.unless(s.acute >= 0.0 && s.acute <= 4.0 * s.chronic * (1.0 + 1e-9),
                  "the week is in the 28 days");
    for (const auto& figure : {s.monotony_sample, s.monotony_population, s.strain, s.week_change}) {
        broken.unless(finite_or_absent(figure), "figures are finite");
    }
    broken.unless(s.monotony_sample.has_value() == s.strain.has_value(),
                  "strain goes with monotony");
    broken.unless(s.spread_low.value_or(0.0) <= s.spread_high.value_or(0.0),
                  "a spread is from low to high");
    broken.unless(s.estimated_share >= 0.0 && s.estimated_share <= 1.0 + 1e-12,
                  "the estimated share is a share");
    broken.unless(s.next_session_cap_m.has_value() == (s.longest_run.has_value() && !s.hold),
                  "a ceiling goes with a run and without a hold");
    for (const Factor& factor : s.factors) {
        broken.unless((factor.applies || !factor.hazard_ratio()) &&
                          finite_or_absent(factor.hazard_ratio()),
                      "a factor that does not apply has no hazard ratio");
    }
    for (const Total& total : {s.total, s.total_full, s.total_half}) {
        look_at_total(total, broken);
    }
    for (const AbsoluteRisk& risk : s.absolute) {
        broken.unless(risk.ci.low > 0.0 && risk.ci.low <= risk.risk && risk.ci.high >= risk.risk &&
                          risk.ci.high < 1.0,
                      "an absolute risk is a probability in its interval");
    }
    return broken.promises();
}

} // namespace

TEST_CASE("statements of real athletes hold together on every day", "[risk][statement][samples]") {
    const char* folder = std::getenv("PLIMSOLL_SAMPLES");
    if (folder == nullptr) {
        WARN("PLIMSOLL_SAMPLES is not set: nothing was tested");
        return;
    }
    const std::filesystem::path samples(folder);
    for (const std::filesystem::path& file :
         {samples / "coach_sheet/datafest2019_rugby7s_rpe.csv",
          samples.parent_path() / "data/soccermon/sessions.csv",
          samples / "garmin_csv/en_2025_b.csv", samples / "strava_csv/en_2025_94col.csv",
          samples / "runkeeper_csv/km_2024_activityid.csv"}) {
        if (!std::filesystem::exists(file)) {
            WARN(file.filename().string() + " is not there");
            continue;
        }
        const std::array inputs{file.string()};
        const TrainingLog log = ingest::import_logs(inputs, {});
        REQUIRE_FALSE(log.sessions.empty());
        for (const AthleteSessions& athlete : log.by_athlete()) {
            INFO(file.filename().string() << ", " << athlete.athlete);
            const Date first = athlete.sessions.front().start.day;
            const Date last = athlete.sessions.back().start.day;
            for (const Date as_of : {first - 1, first, first + (last - first) / 2, last + 40}) {
                StatementRequest request;
                request.as_of = as_of;
                CHECK(broken_in(make_statement(athlete.sessions, request)) == "");
            }
        }
    }
}
