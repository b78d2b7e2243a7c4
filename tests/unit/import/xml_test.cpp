// TCX and GPX. The documents imitate those of formats.md 6; expected values are worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/file_import.hpp"
#include "import/file_kind.hpp"
#include "import/xml_reader.hpp"
#include "import/xml_time.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

TrainingLog import_xml(const std::string& text, const ingest::ImportOptions& options = {}) {
    PackedLog packed;
    std::vector<ingest::NamedFile> named;
    const auto source = ingest::from_memory("a.xml", text);
    ingest::import_file(*source, options, packed, named);
    TrainingLog log = ingest::folded_log(std::move(packed));
    CHECK(log.totals().adds_up());
    return log;
}

std::string refusal_of(const std::string& text) {
    try {
        import_xml(text);
    } catch (const InputError& error) {
        CHECK(error.diagnostic().code == "unknown_kind");
        return error.what();
    }
    return "no error";
}

Session only(const TrainingLog& log) {
    REQUIRE(log.sessions.size() == 1);
    return log.sessions[0];
}

// A point @p second seconds after 06:00:00 UTC, north of the equator.
std::string gpx_point(int second, double metres, const std::string& more = "") {
    const std::string minutes = std::to_string(100 + second / 60).substr(1);
    const std::string seconds = std::to_string(100 + second % 60).substr(1);
    return "<trkpt lat=\"" + std::to_string(metres / 110574.2756) +
           "\" lon=\"7\"><time>2026-05-02T06:" + minutes + ":" + seconds + "Z</time>" + more +
           "</trkpt>\n";
}

const std::string gpx_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<gpx version=\"1.1\" creator=\"x\">\n";

std::string gpx_of(const std::string& tracks) {
    return gpx_head + tracks + "</gpx>\n";
}

// 30 s at 3 m/s.
std::string gpx_run(const std::string& more = "<type>running</type>") {
    std::string text = "<trk>" + more + "<trkseg>\n";
    for (int i = 0; i <= 30; ++i) {
        text += gpx_point(i, 3.0 * i);
    }
    return text + "</trkseg></trk>\n";
}

const std::string tcx_head = "<?xml version=\"1.0\"?>\n<TrainingCenterDatabase "
                             "xmlns:ns3=\"http://www.garmin.com/xmlschemas/ActivityExtension/v2\">"
                             "<Activities>\n";
const std::string tcx_tail = "</Activities></TrainingCenterDatabase>\n";

std::string tcx_lap(const std::string& start, double seconds, double metres, int mean, int highest,
                    const std::string& tracks = "") {
    return "<Lap StartTime=\"" + start + "\"><TotalTimeSeconds>" + std::to_string(seconds) +
           "</TotalTimeSeconds><DistanceMeters>" + std::to_string(metres) +
           "</DistanceMeters><MaximumSpeed>5.25</MaximumSpeed><AverageHeartRateBpm><Value>" +
           std::to_string(mean) + "</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>" +
           std::to_string(highest) + "</Value></MaximumHeartRateBpm>" + tracks + "</Lap>\n";
}

} // namespace

TEST_CASE("xml: times with and without a zone", "[import][xml]") {
    using ingest::parse_xml_time;
    // 2009-10-09T15:47:52Z is 1255103272 (date -u -d 2009-10-09T15:47:52Z +%s)
    const auto utc = parse_xml_time("2009-10-09T15:47:52Z");
    REQUIRE(utc);
    CHECK(utc->since_1970_s == 1255103272.0);
    CHECK(!utc->utc_offset_s);
    CHECK(!utc->is_local);
    CHECK_THAT(parse_xml_time("2009-10-09T15:47:52.6610000Z")->since_1970_s,
               WithinAbs(1255103272.661, 1e-6));
    const auto east = parse_xml_time("2009-10-09T17:47:52.000+02:00");
    REQUIRE(east);
    CHECK(east->since_1970_s == 1255103272.0);
    CHECK(east->utc_offset_s == 7200);
    CHECK(parse_xml_time("2009-10-09T11:17:52-0430")->since_1970_s == 1255103272.0);
    const auto nowhere = parse_xml_time("2009-10-09 15:47:52");
    REQUIRE(nowhere);
    CHECK(nowhere->is_local);
    for (const char* bad :
         {"", "2009-10-09", "2009-10-09T15:47", "2009-02-30T15:47:52Z", "2009-10-09T25:47:52Z",
          "2009-10-09T15:47:52Zx", "2009-10-09T15:47:52+99:00", "2009-10-09T15:47:52+",
          "0000-01-01T00:00:00Z"}) {
        INFO(bad);
        CHECK(!parse_xml_time(bad));
    }
}

TEST_CASE("xml: the root element says what a document is", "[import][xml]") {
    using ingest::root_element;
    CHECK(root_element("<gpx>") == "gpx");
    CHECK(root_element("\xEF\xBB\xBF          <?xml version=\"1.0\"?>\n<!-- <a> -->\n"
                       "<TrainingCenterDatabase xmlns=\"x\">") == "TrainingCenterDatabase");
    CHECK(root_element("<!DOCTYPE gpx><g:gpx/>") == "gpx");
    CHECK(root_element(std::string("\xFF\xFE<\0g\0p\0x\0>\0", 12)) == "gpx");
    CHECK(root_element("<!DOCTYPE HealthData [\n<!ELEMENT a (b)>\n]>\n<HealthData>") ==
          "HealthData");
    CHECK(root_element("date,gpx\n") == "");
    CHECK(root_element("<!-- never closed") == "");
    CHECK(root_element("") == "");
}

TEST_CASE("gpx: a run", "[import][xml]") {
    const TrainingLog log = import_xml(gpx_of(gpx_run("<name>Lake</name><type>running</type>")));
    const Session session = only(log);
    CHECK(session.sport == Sport::run);
    CHECK(session.title == "Lake");
    CHECK(to_string(session.start) == "2026-05-02T06:00:00");
    CHECK(session.duration_s == 30.0);
    CHECK(session.elapsed_s == 30.0);
    CHECK_THAT(session.distance_m.value(), WithinAbs(90.0, 0.3));
    CHECK_THAT(session.max_speed_mps.value(), WithinAbs(3.0, 0.05));
    CHECK(session.sprints == 0.0);
    CHECK(log.files.at(0).format == "gpx");
    CHECK(log.files.at(0).dialect == "GPX track, 1.1");
    CHECK(log.files.at(0).timezone == "UTC");
    CHECK(log.source_of(session.source) == "a.xml");
    ingest::ImportOptions vienna;
    vienna.zone.emplace("Europe/Vienna");
    CHECK(to_string(only(import_xml(gpx_of(gpx_run()), vienna)).start) == "2026-05-02T08:00:00");
}

TEST_CASE("gpx: Strava's blanks, a byte-order mark, one line, other encodings", "[import][xml]") {
    const std::string plain = gpx_of(gpx_run());
    std::string one_line = plain;
    one_line.erase(std::remove(one_line.begin(), one_line.end(), '\n'), one_line.end());
    std::string utf16 = "\xFF\xFE";
    std::string latin = plain;
    latin.replace(latin.find("UTF-8"), 5, "windows-1252");
    latin.replace(latin.find("<type>"), 6,
                  "<name>F\xFC\xDF"
                  "e \x80</name><type>");
    for (const char c : gpx_head.substr(gpx_head.find('\n') + 1) + gpx_run() + "</gpx>") {
        utf16 += c;
        utf16 += '\0';
    }
    for (const std::string& text : {"          " + plain, "\xEF\xBB\xBF" + plain,
                                    "\xEF\xBB\xBF\n\n  " + plain, one_line, utf16}) {
        CHECK(only(import_xml(text)).duration_s == 30.0);
    }
    CHECK(only(import_xml(latin)).title == "F\xC3\xBC\xC3\x9F"
                                           "e \xE2\x82\xAC");
}

TEST_CASE("gpx: heart rates and speeds of every vendor", "[import][xml]") {
    const auto with = [](const std::string& beat) {
        std::string text = "<trk><type>9</type><trkseg>";
        for (int i = 0; i <= 10; ++i) {
            text += gpx_point(i, 6.0 * i, beat);
        }
        return only(import_xml(gpx_of(text + "</trkseg></trk>")));
    };
    for (const char* beat :
         {"<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>150</gpxtpx:hr>"
          "</gpxtpx:TrackPointExtension></extensions>",
          "<extensions><ns3:TrackPointExtension><ns3:hr>150.2</ns3:hr></ns3:TrackPointExtension>"
          "</extensions>",
          "<extensions><hr>150</hr><temp>20</temp></extensions>",
          "<extensions><heartRate>150</heartRate></extensions>", "<hr>150</hr>"}) {
        INFO(beat);
        const Session session = with(beat);
        CHECK(session.sport == Sport::run); // Strava's number 9
        CHECK(session.avg_hr_bpm == 150.0);
        CHECK(session.max_hr_bpm == 150.0);
    }
    CHECK(with("<speed>7.25</speed>").max_speed_mps == 7.25); // GPX 1.0
    CHECK(with("<speed>7.25</speed>").sprints == 1.0);
    CHECK(!with("<hr>0</hr>").avg_hr_bpm);
    CHECK(!with("<hr>255</hr>").avg_hr_bpm);
    CHECK(!with("<hr>abc</hr>").avg_hr_bpm);
}

TEST_CASE("gpx: tracks, segments and what is no session", "[import][xml]") {
    const std::string drawn = "<trk><name>Plan</name><type>hiking</type><trkseg><trkpt lat=\"1\" "
                              "lon=\"2\"/><trkpt lat=\"1.1\" lon=\"2\"/></trkseg></trk>";
    const TrainingLog log = import_xml(gpx_of(gpx_run() + drawn + gpx_run("<type>cycling</type>")));
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].sport == Sport::run);
    CHECK(log.sessions[1].sport == Sport::ride);
    CHECK(log.source_of(log.sessions[0].source) == "a.xml:3"); // where the track begins
    CHECK(log.totals().rows == 3);
    CHECK(log.totals().other == 1);
    CHECK_THAT(messages_of(log), Contains("a track without times was drawn, not recorded"));

    // Two segments: the 20 s and 60 m between them are a pause.
    std::string parts = "<trk><type>run</type><trkseg>";
    parts += gpx_point(0, 0) + gpx_point(10, 30) + "</trkseg><trkseg>" + gpx_point(30, 90) +
             gpx_point(40, 120) + "</trkseg><trkseg/></trk>";
    const Session session = only(import_xml(gpx_of(parts)));
    CHECK(session.duration_s == 20.0);
    CHECK(session.elapsed_s == 40.0);
    CHECK_THAT(session.distance_m.value(), WithinAbs(60.0, 0.3));

    CHECK_THAT(refusal_of(gpx_of("<rte><rtept lat=\"1\" lon=\"2\"/></rte>")),
               Contains("is a GPX route, not a recorded track"));
    CHECK_THAT(refusal_of(gpx_of("<wpt lat=\"1\" lon=\"2\"/>")),
               Contains("is a GPX file without a track"));
    CHECK(import_xml(gpx_of(drawn)).sessions.empty());
    CHECK(import_xml(gpx_of("<trk/>")).totals().other == 1);
}

TEST_CASE("gpx: sports that are not known or not named", "[import][xml]") {
    const TrainingLog strange = import_xml(gpx_of(gpx_run("<type>cheese rolling</type>")));
    CHECK(only(strange).sport == Sport::other);
    CHECK(only(strange).title == "cheese rolling");
    CHECK_THAT(messages_of(strange),
               Contains("the sport 'cheese rolling' is not known; 1 session"));
    const TrainingLog silent = import_xml(gpx_of(gpx_run("")));
    CHECK(only(silent).sport == Sport::unknown);
    CHECK(!only(silent).max_speed_mps);
    CHECK(!only(silent).sprints);
    CHECK(silent.files.at(0).without_sport == 1);
}

TEST_CASE("gpx: times without a zone and with an offset are local", "[import][xml]") {
    std::string text = gpx_of(gpx_run());
    for (std::size_t at = text.find("Z<"); at != std::string::npos; at = text.find("Z<")) {
        text.replace(at, 1, "");
    }
    const TrainingLog nowhere = import_xml(text);
    CHECK(to_string(only(nowhere).start) == "2026-05-02T06:00:00");
    CHECK(nowhere.files.at(0).timezone == "local");
    text = gpx_of(gpx_run());
    for (std::size_t at = text.find("Z<"); at != std::string::npos; at = text.find("Z<")) {
        text.replace(at, 1, "+09:30");
    }
    CHECK(to_string(only(import_xml(text)).start) == "2026-05-02T06:00:00");
}

TEST_CASE("gpx: 400 km/h in a track is no speed", "[import][xml]") {
    std::string text = "<trk><type>run</type><trkseg>";
    for (int i = 0; i <= 20; ++i) {
        text += gpx_point(i, i == 10 ? 141.0 : 3.0 * i);
    }
    const TrainingLog log = import_xml(gpx_of(text + "</trkseg></trk>"));
    CHECK_THAT(only(log).distance_m.value(), WithinAbs(60.0, 0.3));
    CHECK_THAT(only(log).max_speed_mps.value(), WithinAbs(3.0, 0.15)); // 1e-6 degrees are 0.1 m
    CHECK_THAT(messages_of(log), Contains("1 jump or speed that nobody reaches in this sport"));
}

TEST_CASE("tcx: laps are added up", "[import][xml]") {
    std::string track = "<Track>";
    for (int i = 0; i <= 20; i += 10) {
        track += "<Trackpoint><Time>2026-05-02T06:00:" + std::to_string(100 + i).substr(1) +
                 ".661Z</Time><Position><LatitudeDegrees>47.5</LatitudeDegrees><LongitudeDegrees>"
                 "7.5</LongitudeDegrees></Position><DistanceMeters>" +
                 std::to_string(3 * i) +
                 "</DistanceMeters><HeartRateBpm><Value>120</Value></HeartRateBpm>"
                 "<Extensions><ns3:TPX><ns3:Speed>3.0</ns3:Speed></ns3:TPX></Extensions>"
                 "</Trackpoint>";
    }
    track += "<Trackpoint/></Track>";
    const TrainingLog log = import_xml(
        tcx_head + "<Activity Sport=\"Running\"><Id>2026-05-02T06:00:00.000Z</Id>" +
        tcx_lap("2026-05-02T06:00:00Z", 300.5, 1000, 140, 155, track) +
        tcx_lap("2026-05-02T06:05:00Z", 100, 350.25, 160, 171) + "</Activity>" + tcx_tail);
    const Session session = only(log);
    CHECK(log.diagnostics.empty());
    CHECK(session.sport == Sport::run);
    CHECK(to_string(session.start) == "2026-05-02T06:00:00");
    CHECK(session.duration_s == 400.5);
    CHECK(session.elapsed_s == 400.5); // the points end before
    CHECK(session.distance_m == 1350.25);
    CHECK_THAT(session.avg_hr_bpm.value(), WithinAbs((300.5 * 140 + 100 * 160) / 400.5, 0.05));
    CHECK(session.max_hr_bpm == 171.0);
    CHECK(session.max_speed_mps == 5.25);
    CHECK(session.high_speed_m == 0.0);
    CHECK(log.files.at(0).dialect == "TCX activity");
}

TEST_CASE("tcx: what the laps lack comes from the points", "[import][xml]") {
    std::string track;
    for (int i = 0; i <= 20; ++i) {
        track += "<Trackpoint><Time>2026-05-02T06:00:" + std::to_string(100 + i).substr(1) +
                 "Z</Time><DistanceMeters>" + std::to_string(8 * i) +
                 "</DistanceMeters><HeartRateBpm><Value>" + std::to_string(130 + i) +
                 "</Value></HeartRateBpm></Trackpoint>";
    }
    const Session session = only(import_xml(tcx_head + "<Activity Sport=\"running\"><Lap><Track>" +
                                            track + "</Track></Lap></Activity>" + tcx_tail));
    CHECK(session.sport == Sport::run); // Runtastic writes it small
    CHECK(to_string(session.start) == "2026-05-02T06:00:00");
    CHECK(session.duration_s == 20.0);
    CHECK(session.distance_m == 160.0);
    CHECK(session.max_hr_bpm == 150.0);
    CHECK(session.max_speed_mps == 8.0);
    CHECK(session.sprint_m == 160.0);
    CHECK(session.sprints == 1.0);
}

TEST_CASE("tcx: several activities, and courses", "[import][xml]") {
    const std::string lap = tcx_lap("2026-05-02T06:00:00Z", 60, 200, 120, 130);
    const TrainingLog log =
        import_xml(tcx_head + "<MultiSportSession><FirstSport><Activity Sport=\"Other\">" + lap +
                   "</Activity></FirstSport><NextSport><Activity Sport=\"Biking\">" +
        tcx_lap("2026-05-02T06:10:00Z", 60, 200, 120, 130) +
                   "</Activity></NextSport></MultiSportSession>" + tcx_tail);
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].sport == Sport::other);
    CHECK(log.sessions[1].sport == Sport::ride);
    CHECK_THAT(refusal_of("<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course>"
                          "</Courses></TrainingCenterDatabase>"),
               Contains("is a TCX course, not an activity"));
    CHECK_THAT(refusal_of("<TrainingCenterDatabase/>"),
               Contains("is a TCX file without an activity"));
    const TrainingLog dateless = import_xml(tcx_head +
                                            "<Activity Sport=\"Running\"><Lap><TotalTimeSeconds>60"
                                            "</TotalTimeSeconds></Lap></Activity>" +
                                            tcx_tail);
    CHECK(dateless.totals().rejected == 1);
}

TEST_CASE("xml: cut off anywhere, what comes before is read", "[import][xml]") {
    const std::string whole = gpx_of(gpx_run());
    double before = 0.0;
    for (std::size_t size = whole.find("</trkpt>") + 8; size < whole.size() - 7; size += 11) {
        const TrainingLog log = import_xml(whole.substr(0, size));
        const double lasts_s = log.sessions.empty() ? 0.0 : log.sessions[0].duration_s.value_or(0);
        REQUIRE(lasts_s >= before);
        REQUIRE_THAT(messages_of(log), Contains("the document breaks off"));
        before = lasts_s;
    }
    CHECK(before == 30.0);
    // The line is that of the break.
    CHECK_THAT(messages_of(import_xml("\n\n" + gpx_head + gpx_run() + "<oops></gpx>")),
               Contains("a.xml:38: warning: the document breaks off: mismatched tag"));
}

TEST_CASE("xml: entities, deep nests, long tags and many names end the reading", "[import][xml]") {
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE gpx [<!ENTITY a \"ha\">"
                         "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><gpx><trk><name>&b;</name>";
    CHECK_THAT(refusal_of(laughs + gpx_point(0, 0) + "</trk></gpx>"),
               Contains("declares an entity, which is not expanded"));
    CHECK_THAT(refusal_of("<!DOCTYPE gpx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                          "<gpx><trk><name>&a;</name></trk></gpx>"),
               Contains("declares an entity"));
    // A document type without entities does no harm.
    CHECK(only(import_xml("<!DOCTYPE gpx [<!ELEMENT gpx ANY>]>" + gpx_of(gpx_run()).substr(39)))
              .duration_s == 30.0);

    std::string deep = gpx_head + gpx_run();
    for (int i = 0; i < 100000; ++i) {
        deep += "<a>";
    }
    CHECK_THAT(messages_of(import_xml(deep)), Contains("nests more than 64 elements"));

    CHECK_THAT(messages_of(import_xml(gpx_head + gpx_run() + "<a b=\"" +
                                      std::string(3'000'000, 'x') + "\"/></gpx>")),
               Contains("holds a tag or comment of more than a million bytes"));
    std::string names = gpx_head + gpx_run();
    for (int i = 0; i < 20000; ++i) {
        names += "<a" + std::to_string(i) + "/>";
    }
    CHECK_THAT(messages_of(import_xml(names + "</gpx>")), Contains("has more than 10000 names"));

    // Long text costs its rest.
    const TrainingLog titled = import_xml(
        gpx_of(gpx_run("<name>" + std::string(1'000'000, 'n') + "</name><type>run</type>")));
    CHECK(only(titled).title.size() == 4096);
}

TEST_CASE("xml: no bytes whatever make the reader stray", "[import][xml]") {
    const std::vector<std::string> documents{
        gpx_of(gpx_run() + gpx_run()), tcx_head + "<Activity Sport=\"Running\">" +
                                           tcx_lap("2026-05-02T06:00:00Z", 60, 200, 120, 130) +
                                           "</Activity>" + tcx_tail};
    const bool held = rc::check("some bytes changed", [&](const std::vector<std::uint32_t>& at) {
        for (const std::string& document : documents) {
            std::string bytes = document;
            for (const std::uint32_t change : at) {
                bytes[(change >> 8U) % bytes.size()] = static_cast<char>(change & 0xFFU);
            }
            try {
                PackedLog log;
                std::vector<ingest::NamedFile> named;
                const auto source = ingest::from_memory("a.xml", bytes);
                ingest::import_file(*source, {}, log, named);
                RC_ASSERT(ingest::folded_log(std::move(log)).totals().adds_up());
            } catch (const InputError&) {
                continue;
            }
        }
    });
    CHECK(held);
}
