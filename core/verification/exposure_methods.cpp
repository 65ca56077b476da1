#include "core/base/text.h"
#include "core/exposure/exposure.h"
#include "core/verification/chain_inputs.h"

namespace adit::verification {
namespace {

constexpr std::array<std::string_view, exposure::kinds> kindNames{
    "ban", "quota", "licensing", "tax", "domestic-processing", "other"};

std::optional<MeasureKind> kindFrom(std::string_view text) {
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (kindNames[i] == text) return static_cast<MeasureKind>(i);
    }
    return std::nullopt;
}

// "COD mine all", "CHN refine USA,JPN", "CHN refine all licensing".
std::optional<exposure::Bite> biteOf(const std::string& line, Names& names) {
    const auto words = text::split(line, ' ');
    if (words.size() < 3 || words.size() > 4) return std::nullopt;
    const auto stage = stageFrom(words[1]);
    const auto kind = words.size() == 4 ? kindFrom(words[3]) : MeasureKind::ban;
    if (!stage || !kind) return std::nullopt;
    exposure::Bite bite;
    bite.imposer = names.id(words[0]);
    bite.stage = *stage;
    bite.kind = *kind;
    bite.againstAll = words[2] == "all";
    for (const std::string_view target : bite.againstAll ? std::vector<std::string_view>{} : text::split(words[2], ','))
        bite.targets.push_back(names.id(target));
    return bite;
}

void setSeverity(exposure::Bite& bite, const std::string& line, Inputs& in) {
    const Json* severities = in.at("sigma");
    if (severities == nullptr) return;
    const auto words = text::split(line, ' ');
    const auto own = severities->find(std::string(words[0]) + " " + std::string(words[1]));
    if (own == severities->end()) return;
    const double w = own->is_number() ? own->get<double>() : -1.0;
    if (!(w >= 0.0 && w <= 1.0)) in.fail("sigma", "holds a severity outside 0..1");
    bite.own = exposure::Severity{w, {w, w}};
}

std::vector<exposure::Bite> bitesOf(Inputs& in, Names& names) {
    std::vector<exposure::Bite> bites;
    const Json* list = in.at("measures");
    if (list == nullptr || !list->is_array()) in.fail("measures", "is missing or not a list");
    if (in.has("sigma") && !in.at("sigma")->is_object()) in.fail("sigma", "is not an object of severities");
    if (in.error()) return bites;
    for (const Json& item : *list) {
        const std::string line = item.is_string() ? item.get<std::string>() : "";
        auto bite = biteOf(line, names);
        if (!bite) {
            in.fail("measures", "holds \"" + line + "\", which is not IMPOSER STAGE TARGETS [KIND]");
            return bites;
        }
        setSeverity(*bite, line, in);
        bites.push_back(std::move(*bite));
    }
    return bites;
}

void addExposure(Answers& out, const std::string& name, const exposure::Exposure& e, bool severities) {
    add(out, name, severities ? e.severity : e.binary);
    add(out, name + "_binary", e.binary);
    add(out, name + "_severity", e.severity);
    add(out, name + "_severity_lo", e.range.lo);
    add(out, name + "_severity_hi", e.range.hi);
    for (std::size_t k = 0; k < kindNames.size(); ++k)
        add(out, name + " " + std::string(kindNames[k]), severities ? e.severityBy[k] : e.binaryBy[k]);
}

// Direct and chain are binary unless severities are asked for.
Result<Answers> exposures(const Case& c) {
    Inputs in(c.json);
    Names names;
    const Json* paths = in.at("paths");
    if (paths == nullptr || !paths->is_object()) return Error::badInput("input paths is missing or not an object");
    Inputs inPaths(*paths);
    const chain::Chain chain = chainOf(inPaths, names);
    const EconomyId consumer = names.id(in.text("consumer", "consumer"));
    auto bites = bitesOf(in, names);
    if (inPaths.error()) return *inPaths.error();
    if (in.error()) return *in.error();
    if (chain.feeds.size() > 2) return Error::badInput("input paths has more than three stages");
    std::vector<Stage> stages{Stage::refine, Stage::mine};
    if (chain.feeds.size() == 2) stages = {Stage::component, Stage::refine, Stage::mine};
    const bool severities = in.has("sigma") || in.flag("default_severities");
    Answers out;
    addExposure(out, "direct", exposure::direct(chain.direct, stages[0], consumer, bites), severities);
    addExposure(out, "chain", exposure::throughChain(chain, stages, consumer, bites), severities);
    addExposure(out, "world", exposure::world(chain.direct, stages[0], bites), severities);
    return out;
}

}  // namespace

std::vector<Method> exposureMethods() {
    return {
        {"M27",
         "Exposure to measures",
         {{"measures", "list", "",
           "texts IMPOSER STAGE TARGETS [KIND]: \"CHN refine all\", \"CHN refine USA,JPN ban\""},
          {"paths", "object", "", "a and F (and feeds) as for M23"},
          {"sigma", "object", "0..1", "severities by \"IMPOSER STAGE\"; without them figures are binary"},
          {"default_severities", "true or false", "", "weigh by the defaults of each kind"},
          {"consumer", "text", "", "its name"}},
         {{"direct", "number", "1", "of the direct mix; also direct_binary, direct_severity, _lo, _hi"},
          {"chain", "number", "1", "through the chain; likewise"},
          {"world", "number", "1", "the mix read as world output; likewise"},
          {"direct KIND", "number", "1",
           "by ban, quota, licensing, tax, domestic-processing, other; also chain, world"}},
         false,
         exposures},
    };
}

}  // namespace adit::verification
